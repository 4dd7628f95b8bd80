//! A small client of the WebDriver protocol, for Debian's Chromium.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::skipped::skipped;

/// A browser for one test, as if it were new. It is given back when it is dropped, since to start one takes longer
/// than most tests; the last to be given back while no test has one ends them all.
pub struct Browser {
    /// There until it is given back.
    running: Option<Running>,
}

/// A browser with its driver, gone with its profile when it is dropped.
struct Running {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    _profile: tempfile::TempDir,
}

/// The browsers that no test has, and how many tests have one.
static IDLE: Mutex<(Vec<Running>, usize)> = Mutex::new((Vec::new(), 0));

/// Keys as WebDriver names them.
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";

/// The width and height of the window, in pixels.
const WINDOW: (u32, u32) = (1400, 1000);

impl Browser {
    /// A browser; `None`, said aloud, where there is none.
    pub fn start() -> Option<Self> {
        let (Some(chromium), Some(chromedriver)) = (find("chromium"), find("chromedriver")) else {
            skipped("chromium and chromedriver are not installed");
            return None;
        };
        let idle = {
            let (idle, taken) = &mut *IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            *taken += 1;
            idle.pop()
        };
        let mut browser = Self { running: None };
        browser.running = Some(match idle {
            Some(running) => running.made_new(),
            None => Running::start(&chromium, &chromedriver),
        });
        Some(browser)
    }

    /// Opens a file, at a fragment if there is one.
    pub fn open(&self, file: &Path, fragment: &str) {
        let address = format!("file://{}{fragment}", file.display());
        // From page to page of one address only the fragment would change.
        self.post("/url", &json!({ "url": "about:blank" }));
        // What the browser does with its own first page is no concern of ours.
        self.log("performance");
        self.post("/url", &json!({ "url": address }));
    }

    /// Runs a function body in the page and returns what it returns.
    pub fn run(&self, body: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": body, "args": [] }))
    }

    /// Runs a function body until it returns what is expected: what follows a key or a link happens in the page's own
    /// time. Fails with what it returned last.
    pub fn expect(&self, body: &str, expected: impl Into<Value>) {
        let expected = expected.into();
        let patience = Instant::now() + Duration::from_secs(20);
        let mut returned = self.run(body);
        while returned != expected && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(20));
            returned = self.run(body);
        }
        assert_eq!(returned, expected, "{body}");
    }

    /// Runs a function body whose last argument is called with the answer.
    pub fn run_async(&self, body: &str) -> Value {
        self.post("/execute/async", &json!({ "script": body, "args": [] }))
    }

    /// The text that the page shows at a selector.
    pub fn text(&self, selector: &str) -> String {
        let found = self.run(&format!(
            "return document.querySelector({})?.innerText ?? null",
            json!(selector)
        ));
        assert!(found.is_string(), "nothing at {selector}");
        found.as_str().unwrap().to_owned()
    }

    /// Clicks on what stands at a selector.
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        self.post(&format!("/element/{element}/click"), &json!({}));
    }

    /// Types into what stands at a selector.
    pub fn keys(&self, selector: &str, text: &str) {
        let element = self.element(selector);
        self.post(
            &format!("/element/{element}/value"),
            &json!({ "text": text }),
        );
    }

    /// Presses a key wherever the focus is.
    pub fn press(&self, key: &str) {
        self.post(
            "/actions",
            &json!({ "actions": [ { "type": "key", "id": "keyboard", "actions": [
                { "type": "keyDown", "value": key }, { "type": "keyUp", "value": key },
            ] } ] }),
        );
    }

    /// Sends a command of the browser's own protocol.
    pub fn command(&self, name: &str, parameters: &Value) -> Value {
        self.post(
            "/goog/cdp/execute",
            &json!({ "cmd": name, "params": parameters }),
        )
    }

    /// What has been logged since the last call: `browser` or `performance`.
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("/se/log", &json!({ "type": kind }));
        entries.as_array().unwrap().clone()
    }

    fn element(&self, selector: &str) -> String {
        let found = self.post(
            "/element",
            &json!({ "using": "css selector", "value": selector }),
        );
        let found = found.as_object().unwrap().values().next().unwrap();
        found.as_str().unwrap().to_owned()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        self.running.as_ref().unwrap().post(path, body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let running = self.running.take();
        // What a test that fails left behind is nothing for another.
        let again = running.filter(|_| !std::thread::panicking());
        let ended = {
            let (idle, taken) = &mut *IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            idle.extend(again);
            *taken -= 1;
            if *taken == 0 {
                std::mem::take(idle)
            } else {
                Vec::new()
            }
        };
        drop(ended);
    }
}

impl Running {
    fn start(chromium: &Path, chromedriver: &Path) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut driver = Command::new(chromedriver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let port = BufReader::new(driver.stdout.take().unwrap())
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                Some(port.trim_end_matches('.').to_owned())
            })
            .unwrap();
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(2)))
            .build()
            .into();
        let mut running = Self {
            driver,
            session: format!("http://127.0.0.1:{port}/session"),
            agent,
            _profile: profile,
        };
        let arguments = [
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            format!("--window-size={},{}", WINDOW.0, WINDOW.1),
            format!("--user-data-dir={}", running._profile.path().display()),
        ];
        let answer = running.post(
            "",
            &json!({ "capabilities": { "alwaysMatch": {
                "timeouts": { "script": 100_000 },
                "goog:chromeOptions": { "args": arguments, "binary": chromium },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            } } }),
        );
        let session = answer["sessionId"].as_str().unwrap();
        running.session = format!("{}/{session}", running.session);
        running
    }

    /// Forgets what the test before did: its pages, what they stored, the size of the window and what was emulated.
    fn made_new(self) -> Self {
        self.post("/url", &json!({ "url": "about:blank" }));
        let forgotten = [
            (
                "Storage.clearDataForOrigin",
                json!({ "origin": "file://", "storageTypes": "all" }),
            ),
            ("Emulation.clearDeviceMetricsOverride", json!({})),
            (
                "Emulation.setEmulatedMedia",
                json!({ "media": "", "features": [] }),
            ),
            (
                "Emulation.setScriptExecutionDisabled",
                json!({ "value": false }),
            ),
        ];
        for (command, parameters) in forgotten {
            self.post(
                "/goog/cdp/execute",
                &json!({ "cmd": command, "params": parameters }),
            );
        }
        self.post(
            "/window/rect",
            &json!({ "width": WINDOW.0, "height": WINDOW.1 }),
        );
        for kind in ["browser", "performance"] {
            self.post("/se/log", &json!({ "type": kind }));
        }
        self
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let address = format!("{}{path}", self.session);
        let mut response = self.agent.post(&address).send_json(body).unwrap();
        let answer: Value = response
            .body_mut()
            .with_config()
            .limit(200_000_000)
            .read_json()
            .unwrap();
        assert!(response.status().is_success(), "{path}: {answer:#}");
        answer["value"].clone()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.agent.delete(&self.session).call();
        let _killed = self.driver.kill();
        let _waited = self.driver.wait();
    }
}

/// A program on the search path.
fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut candidates = std::env::split_paths(&path).map(|folder| folder.join(name));
    candidates.find(|candidate| candidate.is_file())
}
