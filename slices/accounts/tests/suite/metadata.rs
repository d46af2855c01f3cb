//! What a provider tells of itself, and how far it is believed.

use troth_accounts::provider::metadata::Metadata;

const ISSUER: &str = "https://sign-in.example/oidc";

fn text(change: impl FnOnce(&mut serde_json::Value)) -> Vec<u8> {
    let mut told = serde_json::json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://sign-in.example/oidc/auth",
        "token_endpoint": "https://sign-in.example/token?x=1",
        "jwks_uri": "https://SIGN-IN.example/jwks",
        "end_session_endpoint": "https://sign-in.example/out",
    });
    change(&mut told);
    told.to_string().into_bytes()
}

// CE19
#[test]
fn only_what_speaks_for_the_configured_issuer_to_the_letter_and_leads_nowhere_else_is_believed() {
    assert!(Metadata::read(&text(|_| {}), ISSUER).is_ok());
    for (field, value) in [
        ("issuer", "https://sign-in.example/oidc/"),
        ("issuer", "https://elsewhere.example/oidc"),
        ("authorization_endpoint", "https://elsewhere.example/auth"),
        ("token_endpoint", "http://sign-in.example/token"),
        ("token_endpoint", "https://sign-in.example:8443/token"),
        ("jwks_uri", "https://sign-in.example.elsewhere.example/jwks"),
        ("jwks_uri", "https://elsewhere.example@sign-in.example/jwks"),
        ("jwks_uri", "/jwks"),
        ("end_session_endpoint", "https://elsewhere.example/out"),
        ("authorization_endpoint", "https://sign-in.example/auth\";x"),
    ] {
        let told = Metadata::read(&text(|told| told[field] = value.into()), ISSUER);
        assert!(told.is_err(), "{field}: {value}");
    }
    assert!(Metadata::read(b"<html>", ISSUER).is_err());
}

#[test]
fn a_provider_that_knows_pkce_without_hashes_alone_is_refused() {
    let knows = |methods: &[&str]| {
        let methods = serde_json::json!(methods);
        Metadata::read(&text(|told| told["code_challenge_methods_supported"] = methods), ISSUER)
    };
    assert!(knows(&["plain", "S256"]).is_ok());
    assert!(knows(&["plain"]).is_err());
}

#[test]
fn the_place_of_the_metadata_follows_from_the_issuer() {
    for issuer in ["https://a.example", "https://a.example/"] {
        assert_eq!(Metadata::place(issuer), "https://a.example/.well-known/openid-configuration");
    }
    assert_eq!(Metadata::place(ISSUER), "https://sign-in.example/oidc/.well-known/openid-configuration");
}
