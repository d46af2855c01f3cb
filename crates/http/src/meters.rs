//! How much is asked, and how long it takes, in numbers that are about nobody: routes by their pattern, states by their
//! class.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::http::{Method, StatusCode};

/// The upper ends of the times that are told apart, in milliseconds; what takes longer is counted as well.
const ENDS: [u64; 10] = [5, 10, 25, 50, 100, 250, 500, 1000, 5000, 30_000];

/// Method, pattern of the route, first digit of the status.
type Kind = (&'static str, &'static str, u16);

/// What is counted while the server runs. Nothing is kept beyond that.
#[derive(Debug, Default)]
pub struct Meters {
    answers: Mutex<BTreeMap<Kind, u64>>,
    within: [AtomicU64; ENDS.len()],
    count: AtomicU64,
    micros: AtomicU64,
    open: AtomicU64,
}

/// A connection that is open as long as this lives.
pub(crate) struct Open(Arc<Meters>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Meters {
    /// Counts an answer. `route` is a pattern of a manifest; empty where none was found.
    pub(crate) fn answered(&self, method: &Method, route: &'static str, status: StatusCode, took: Duration) {
        let route = if route.is_empty() { "none" } else { route };
        let kind = (known(method), route, status.as_u16() / 100);
        *self.answers.lock().unwrap_or_else(PoisonError::into_inner).entry(kind).or_default() += 1;
        let millis = took.as_secs_f64() * 1000.0;
        for (end, within) in ENDS.iter().zip(&self.within) {
            if millis <= *end as f64 {
                within.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(u64::try_from(took.as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    /// Counts a connection.
    pub(crate) fn open(self: &Arc<Self>) -> Open {
        self.open.fetch_add(1, Ordering::Relaxed);
        Open(Arc::clone(self))
    }

    /// The numbers in the text format of Prometheus.
    pub fn write(&self, text: &mut String) {
        let _ = writeln!(text, "# HELP troth_requests_total Answers by method, route and class of status.");
        let _ = writeln!(text, "# TYPE troth_requests_total counter");
        for ((method, route, class), count) in &*self.answers.lock().unwrap_or_else(PoisonError::into_inner) {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{class}xx\"");
            let _ = writeln!(text, "troth_requests_total{{{labels}}} {count}");
        }
        let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
        let _ = writeln!(text, "# HELP troth_request_seconds From the head of a request to the head of its answer.");
        let _ = writeln!(text, "# TYPE troth_request_seconds histogram");
        for (end, within) in ENDS.iter().zip(&self.within) {
            let end = *end as f64 / 1000.0;
            let _ = writeln!(text, "troth_request_seconds_bucket{{le=\"{end}\"}} {}", read(within));
        }
        let count = read(&self.count);
        let _ = writeln!(text, "troth_request_seconds_bucket{{le=\"+Inf\"}} {count}");
        let _ = writeln!(text, "troth_request_seconds_sum {}", read(&self.micros) as f64 / 1e6);
        let _ = writeln!(text, "troth_request_seconds_count {count}");
        let _ = writeln!(text, "# HELP troth_connections Open connections.\n# TYPE troth_connections gauge");
        let _ = writeln!(text, "troth_connections {}", read(&self.open));
    }
}

/// Whoever asks can name any method: only those that doors know have a number of their own.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_pattern_and_class_and_times_add_up() {
        let meters = Arc::new(Meters::default());
        let answered = |method, route, status, millis| {
            meters.answered(&method, route, status, Duration::from_millis(millis));
        };
        answered(Method::GET, "/people/{id}", StatusCode::OK, 3);
        answered(Method::GET, "/people/{id}", StatusCode::SEE_OTHER, 7);
        answered(Method::GET, "/people/{id}", StatusCode::NO_CONTENT, 40_000);
        answered(Method::from_bytes(b"MARIA").unwrap(), "", StatusCode::NOT_FOUND, 1);
        let open = meters.open();
        let mut text = String::new();
        meters.write(&mut text);
        for line in [
            "troth_requests_total{method=\"GET\",route=\"/people/{id}\",status=\"2xx\"} 2",
            "troth_requests_total{method=\"GET\",route=\"/people/{id}\",status=\"3xx\"} 1",
            "troth_requests_total{method=\"other\",route=\"none\",status=\"4xx\"} 1",
            "troth_request_seconds_bucket{le=\"0.005\"} 2",
            "troth_request_seconds_bucket{le=\"30\"} 3",
            "troth_request_seconds_bucket{le=\"+Inf\"} 4",
            "troth_request_seconds_sum 40.011",
            "troth_connections 1",
        ] {
            assert!(text.lines().any(|said| said == line), "{line} is not in\n{text}");
        }
        assert!(!text.contains("MARIA"), "a method is chosen by whoever asks");
        drop(open);
        text.clear();
        meters.write(&mut text);
        assert!(text.contains("troth_connections 0"));
    }
}
