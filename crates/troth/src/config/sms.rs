//! Where text messages go.
//!
//! ```kdl
//! sms url="https://gateway.example.org/cgi-bin/sendsms" number="to" text="text" method="get" {
//!     with "username" "troth"
//!     with "password" "…"
//! }
//! ```

use std::fmt::Write as _;

use kdl::{KdlEntry, KdlNode};
use kernel::{ExposeSecret as _, SecretString};
use post::{Gateway, GatewaySettings};

use super::property;

pub(super) fn read(node: &KdlNode) -> Result<GatewaySettings, String> {
    let or = |name, usual: &str| property(node, name).unwrap_or_else(|_| usual.to_owned());
    let posts = match &*or("method", "get") {
        "get" => false,
        "post" => true,
        other => return Err(format!("sms: `{other}` is no method; write \"get\" or \"post\"")),
    };
    let children = node.children().map_or(&[][..], |children| children.nodes());
    let with = children.iter().map(|child| match (child.name().value(), child.get(0), child.get(1)) {
        ("with", Some(name), Some(value)) => name.as_string().zip(value.as_string()),
        _ => None,
    });
    let with = with.map(|pair| pair.map(|(name, value)| (name.to_owned(), SecretString::from(value))));
    let with = with.collect::<Option<Vec<_>>>();
    let with = with.ok_or("sms: in its braces stand lines such as: with \"username\" \"troth\"")?;
    let (number, text) = (or("number", "to"), or("text", "text"));
    let settings = GatewaySettings { url: property(node, "url")?, posts, number, text, with };
    // Told with its line, and not first when somebody waits for a code.
    Gateway::new(settings.clone()).map_err(|fault| format!("sms: {fault}"))?;
    Ok(settings)
}

pub(super) fn write(settings: &GatewaySettings, text: &mut String) {
    let quote = |value: &str| KdlEntry::new(value).to_string();
    let method = if settings.posts { "post" } else { "get" };
    let GatewaySettings { url, number, text: parameter, with, .. } = settings;
    let (url, number, parameter) = (quote(url), quote(number), quote(parameter));
    let _ = write!(text, "sms url={url} number={number} text={parameter} method=\"{method}\"");
    if !with.is_empty() {
        text.push_str(" {\n");
        for (name, value) in with {
            let _ = writeln!(text, "    with {} {}", quote(name), quote(value.expose_secret()));
        }
        text.push('}');
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Config;

    fn read(text: &str) -> Result<Config, String> {
        Config::parse(Path::new("x"), text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_gateway_is_read_and_written_and_spoken_to_by_tls_or_on_this_machine() {
        let text = "sms url=\"http://127.0.0.1:13013/cgi-bin/sendsms\" {\n with \"username\" \"a\\\"b\"\n}\n";
        let config = read(text).expect("on this machine");
        let again = read(&config.to_kdl()).expect("what it wrote itself");
        let settings = again.sms.expect("a gateway");
        assert_eq!((&*settings.number, &*settings.text, settings.posts), ("to", "text", false));
        assert_eq!(kernel::ExposeSecret::expose_secret(&settings.with[0].1), "a\"b");
        assert!(!format!("{settings:?}").contains("a\"b"), "no secret in debug output");
        assert!(read("sms url=\"https://gateway.example.org/send\" method=\"post\" number=\"phone\"").is_ok());
        for (bad, told) in [
            ("sms url=\"http://gateway.example.org/send\"", "this machine only"),
            ("sms url=\"send\"", "names no host"),
            ("sms", "`sms` needs url="),
            ("sms url=\"https://gateway.example.org\" method=\"put\"", "`put` is no method"),
            ("sms url=\"https://gateway.example.org\" {\n user \"a\"\n}", "in its braces"),
        ] {
            let error = read(bad).expect_err(bad);
            assert!(error.contains("line 1: ") && error.contains(told), "{error}");
        }
    }
}
