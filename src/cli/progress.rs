//! Progress, which only people see.

use std::sync::mpsc;
use std::time::Duration;

use super::Context;

/// Work shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows that work goes on, once it has taken a second, until dropped. Only on a terminal.
pub struct Progress {
    /// Dropping it ends the thread.
    _done: Option<mpsc::Sender<()>>,
}

impl Progress {
    /// Begins to wait.
    pub fn begin(message: &'static str, context: Context<'_>) -> Self {
        if context.common.quiet > 0 || !context.host.tells_terminal() {
            return Self { _done: None };
        }
        let (sender, done) = mpsc::channel::<()>();
        std::thread::spawn(move || {
            if done.recv_timeout(PATIENCE) == Err(mpsc::RecvTimeoutError::Timeout) {
                let bar = indicatif::ProgressBar::new_spinner().with_message(message);
                bar.enable_steady_tick(Duration::from_millis(100));
                let _ended = done.recv();
                bar.finish_and_clear();
            }
        });
        Self {
            _done: Some(sender),
        }
    }
}
