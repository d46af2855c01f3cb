//! Places for copies: folders and buckets, by name.

use std::path::Path;

use kernel::SecretString;
use store::copies::{S3, Shelf};

use crate::{
    Failure,
    config::{BackupConfig, Config, S3Config},
};

/// The place that a command names, or else the configuration.
pub(super) fn shelf(config: &Config, named: Option<&str>) -> Result<Shelf, Failure> {
    match (named, &config.backup) {
        (Some(place), backup) => {
            let known = backup.as_ref().map(|backup| backup.s3.clone()).unwrap_or_default();
            of(place, &known, true)
        }
        (None, Some(backup)) => configured(backup),
        (None, None) => Err("where to? Name a place with --to, or in troth.kdl: backup to=\"…\" recovery=\"…\"".into()),
    }
}

/// The place that the configuration names. A folder must be there: one that is missing may be a disk that is not mounted.
pub(crate) fn configured(backup: &BackupConfig) -> Result<Shelf, Failure> {
    of(&backup.to, &backup.s3, false)
}

/// A place to read from, without an installation.
pub(super) fn existing(place: &str) -> Result<Shelf, Failure> {
    of(place, &S3Config::default(), false)
}

fn of(place: &str, known: &S3Config, make: bool) -> Result<Shelf, Failure> {
    let Some(rest) = place.strip_prefix("s3://") else {
        let folder = Path::new(place);
        return Ok(if make { Shelf::folder(folder)? } else { Shelf::existing_folder(folder)? });
    };
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let need = |known: Option<String>, name: &str| {
        known.or_else(|| environment(name)).ok_or_else(|| format!("{place}: {name} is not set, nor said in troth.kdl"))
    };
    let secret = match &known.secret {
        Some(secret) => secret.clone(),
        None => SecretString::from(need(None, "AWS_SECRET_ACCESS_KEY")?),
    };
    Ok(Shelf::s3(&S3 {
        bucket: bucket.to_owned(),
        prefix: prefix.trim_matches('/').to_owned(),
        endpoint: known.endpoint.clone().or_else(|| environment("AWS_ENDPOINT_URL")),
        region: known.region.clone().or_else(|| environment("AWS_REGION")).unwrap_or_else(|| "us-east-1".to_owned()),
        key: need(known.key.clone(), "AWS_ACCESS_KEY_ID")?,
        secret,
    })?)
}

fn environment(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "the binary reads the environment")]
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
