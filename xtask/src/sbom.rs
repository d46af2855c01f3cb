//! The list of parts in a standard form: CycloneDX 1.6, from what cargo has locked.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::shell;

/// The list as JSON: each locked package with its licence and hash, and which needs which. The same for the same lock file.
pub(crate) fn list() -> Result<Value, String> {
    let text = shell::answer("cargo", &["metadata", "--format-version", "1", "--locked"])
        .ok_or("cargo metadata --locked fails: is Cargo.lock up to date?")?;
    let metadata: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let lock = std::fs::read_to_string(crate::root().join("Cargo.lock")).map_err(|error| error.to_string())?;
    let hashes = hashes(&lock);
    let packages = metadata["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let names: BTreeMap<&str, String> =
        packages.iter().filter_map(|package| Some((package["id"].as_str()?, purl(package)))).collect();
    let mut components: Vec<Value> = packages.iter().map(|package| component(package, &hashes)).collect();
    components.sort_by_key(|component| component["bom-ref"].to_string());
    let nodes = metadata["resolve"]["nodes"].as_array().into_iter().flatten();
    let mut needs: Vec<Value> = nodes.filter_map(|node| need(node, &names)).collect();
    needs.sort_by_key(|need| need["ref"].to_string());
    let program = packages.iter().find(|package| package["name"] == "troth").ok_or("there is no program")?;
    let program = json!({
        "type": "application", "bom-ref": "troth", "name": "troth", "version": program["version"],
    });
    Ok(json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": { "component": program }, "components": components, "dependencies": needs,
    }))
}

/// The hash of each package that came from the registry, by name and version, as Cargo.lock has it.
fn hashes(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let mut found = BTreeMap::new();
    for block in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = block.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
            line.strip_suffix('"')
        };
        if let (Some(name), Some(version), Some(hash)) = (field("name"), field("version"), field("checksum")) {
            found.insert((name, version), hash);
        }
    }
    found
}

/// How the world names a package (package URL).
fn purl(package: &Value) -> String {
    let text = |key: &str| package[key].as_str().unwrap_or_default().replace('+', "%2B");
    format!("pkg:cargo/{}@{}", text("name"), text("version"))
}

fn component(package: &Value, hashes: &BTreeMap<(&str, &str), &str>) -> Value {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    let purl = purl(package);
    let mut part = json!({
        "type": "library", "bom-ref": purl, "purl": purl, "name": text("name"), "version": text("version"),
        "licenses": [{ "expression": text("license").replace('/', " OR ") }],
    });
    if let Some(hash) = hashes.get(&(text("name"), text("version"))) {
        part["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
    }
    part
}

fn need(node: &Value, names: &BTreeMap<&str, String>) -> Option<Value> {
    let own = names.get(node["id"].as_str()?)?;
    let needed = node["dependencies"].as_array()?.iter().filter_map(|id| names.get(id.as_str()?));
    Some(json!({ "ref": own, "dependsOn": needed.collect::<Vec<_>>() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS 15.1.2
    #[test]
    fn the_list_of_parts_names_each_locked_package_with_its_hash() {
        let list = list().unwrap();
        let lock = std::fs::read_to_string(crate::root().join("Cargo.lock")).unwrap();
        let parts = list["components"].as_array().unwrap();
        assert_eq!(parts.len(), lock.matches("[[package]]").count());
        let with_hash =
            parts.iter().filter(|part| part["hashes"][0]["content"].as_str().is_some_and(|it| it.len() == 64));
        assert_eq!(with_hash.count(), lock.matches("checksum = ").count());
        assert!(parts.iter().all(|part| !part["licenses"][0]["expression"].as_str().unwrap().is_empty()));
        let refs: Vec<_> = parts.iter().map(|part| &part["bom-ref"]).collect();
        let needs = list["dependencies"].as_array().unwrap();
        assert!(needs.len() == parts.len() && needs.iter().all(|need| refs.contains(&&need["ref"])));
    }
}
