//! Codes by text message: whether there is a gateway, and whether it answers.

use post::Gateway;

use super::{
    Visit, data, in_file,
    report::{Finding, Point},
};

/// The gateway, as far as a statement needs one.
pub(super) async fn gateway(visit: &Visit<'_>, known: &data::Known) -> Vec<Finding> {
    let offered = known.saying(accounts::factors::sms::is_offered);
    vec![found(visit, &offered).await]
}

async fn found(visit: &Visit<'_>, offered: &[&str]) -> Finding {
    let point = Point::Texts;
    let file = in_file(&visit.config.folder);
    match (&visit.config.sms, offered) {
        (None, []) => point.note("no statement offers codes by text message", ""),
        (Some(_), []) => point.note(
            "a gateway is named, and no statement offers codes by text message",
            format!("If nobody is to have them, take the line `sms` out of {file}."),
        ),
        (None, _) => point.act(
            format!(
                "{}: codes by text message are offered, and no gateway is named; the server does not start",
                offered.join(", ")
            ),
            format!("Write into {file}: sms url=\"https://…\""),
        ),
        (Some(_), _) if !visit.network => point.note("not looked at: nobody is asked", "troth doctor --network"),
        (Some(settings), _) => match Gateway::new(settings.clone()) {
            Ok(gateway) => answered(gateway.look().await),
            Err(fault) => point.act(fault.to_string(), format!("Mend it in {file}.")),
        },
    }
}

/// Any answer shows that the gateway is there: what it says to a request without number and text is its own matter.
fn answered(outcome: Result<impl std::fmt::Display, String>) -> Finding {
    match outcome {
        Ok(status) => Point::Texts.good(format!("the gateway answers ({status}); no text was sent")),
        Err(fault) => Point::Texts.act(
            format!("the gateway does not answer: {fault}"),
            "Look at its address, and whether a firewall is between. Until then nobody gets a code by text message.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::{path::Path, sync::Arc};

    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;
    use crate::{
        config::Config,
        doctor::State,
        installation::Common,
        system::{SystemClock, SystemRng},
    };

    async fn look(text: &str, offered: &[&str], network: bool) -> Finding {
        let config = Config::parse(Path::new("x"), text).unwrap();
        let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng)).unwrap();
        found(&Visit { config: &config, common: &common, network, server: None }, offered).await
    }

    #[tokio::test]
    async fn a_gateway_that_a_statement_needs_is_missed_and_one_that_nobody_needs_is_told() {
        let named = "sms url=\"http://127.0.0.1:9/send\"";
        assert_eq!(look("", &[], true).await.state, State::Note);
        assert_eq!(look("", &["campus"], true).await.state, State::Do);
        assert_eq!(look(named, &[], true).await.state, State::Note);
        assert_eq!(look(named, &["campus"], false).await.state, State::Note, "nobody is asked");
        assert_eq!(look(named, &["campus"], true).await.state, State::Do, "nobody answers");
    }

    #[tokio::test]
    async fn a_gateway_is_asked_without_number_text_name_or_password() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = vec![0; 2048];
            let length = stream.read(&mut request).await.unwrap();
            stream
                .write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
                .await
                .unwrap();
            String::from_utf8_lossy(&request[..length]).into_owned()
        });
        let text = format!("sms url=\"http://127.0.0.1:{port}/send\" {{\n with \"password\" \"s3cret\"\n}}");
        assert_eq!(look(&text, &["campus"], true).await.state, State::Good);
        let request = asked.await.unwrap();
        assert!(request.starts_with("HEAD /send HTTP/1.1") && !request.contains("s3cret"), "{request}");
    }
}
