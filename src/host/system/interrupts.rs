//! SIGINT and SIGTERM, which wait while files change places.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{flag, low_level};

use crate::Uninterrupted;

/// What the handlers of the process look at; they stay once they are there.
struct Handlers {
    /// Whether a signal ends the process at once, as it does by itself.
    at_once: Arc<AtomicBool>,
    /// The last signal that came.
    came: Arc<AtomicUsize>,
}

/// Holds them until the end of the value. Where no handler can be set, they are not held.
pub fn hold() -> Uninterrupted {
    static HANDLERS: OnceLock<Option<Handlers>> = OnceLock::new();
    let Some(handlers) = HANDLERS.get_or_init(|| handlers().ok()) else {
        return Uninterrupted::always();
    };
    handlers.at_once.store(false, Ordering::SeqCst);
    Uninterrupted::until(|| {
        handlers.at_once.store(true, Ordering::SeqCst);
        let came = handlers.came.swap(0, Ordering::SeqCst);
        if let Some(signal) = i32::try_from(came).ok().filter(|signal| *signal != 0) {
            let _unending = low_level::emulate_default_handler(signal);
        }
    })
}

fn handlers() -> std::io::Result<Handlers> {
    let handlers = Handlers {
        at_once: Arc::default(),
        came: Arc::default(),
    };
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_default(signal, Arc::clone(&handlers.at_once))?;
        let number = usize::try_from(signal).unwrap_or_default();
        flag::register_usize(signal, Arc::clone(&handlers.came), number)?;
    }
    Ok(handlers)
}
