//! A bucket serves as well as a folder. `TROTH_TEST_S3_URL` names a server that speaks as S3 does, with a bucket `copies`
//! that takes any key; moto's `moto_server` is one. The full test command does not bring one.

use kernel::SecretString;
use store::copies::{self, S3, Shelf};
use testkit::{Canaries, SeededRng};

use super::{Copied, record};
use crate::{
    files,
    world::{On, key},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs TROTH_TEST_S3_URL"]
async fn a_bucket_serves_as_well_as_a_folder() {
    #[expect(clippy::disallowed_methods, reason = "whoever runs the test tells where the server is")]
    let url = std::env::var("TROTH_TEST_S3_URL").expect("TROTH_TEST_S3_URL says where");
    let mut copied = Copied::new(On::Sqlite);
    let settings = S3 {
        bucket: "copies".to_owned(),
        prefix: format!("night/{}", std::process::id()),
        endpoint: Some(url),
        region: "us-east-1".to_owned(),
        key: "a-key".to_owned(),
        secret: SecretString::from("a-secret"),
    };
    copied.shelf = Shelf::s3(&settings).unwrap();
    let mut canaries = Canaries::new();
    let word = canaries.plant("message.body", &SeededRng::new(5));
    let trajectory = copied.world.add_trajectory().await;
    copied.world.say(trajectory, &word).await;
    // In parts, since it is longer than one.
    files::put(&copied.world, trajectory, &files::content(20_000_000)).await;
    files::put(&copied.world, trajectory, b"short").await;
    record(&copied.world, "one").await;
    let first = copied.back_up().await.unwrap();
    assert_eq!((first.files, first.new_files), (2, 2));
    assert_eq!(copied.back_up().await.unwrap().new_files, 0);
    copied.check().await.unwrap();
    let (kept, rings) = copies::list(&copied.shelf, &key("world")).await.unwrap();
    assert_eq!((kept.len(), rings.len()), (2, 2));
    assert_eq!(copies::organisations(&copied.shelf).await.unwrap(), [key("world")]);
    let reborn = copied.reborn(On::Sqlite).await;
    let scope = reborn.scope(reborn.coach);
    let grant = copied.world.grant(&scope, &crate::world::slice::DIALOGUE, &copied.world.trajectory(trajectory));
    assert_eq!(super::texts(&reborn, &grant, trajectory).await, [word]);
    copied.world.clock.advance_days(30);
    copied.back_up().await.unwrap();
    let cutoff = "2026-12-10T00:00:00Z".parse().unwrap();
    assert_eq!(copies::prune(&copied.source(), &copied.shelf, cutoff).await.unwrap(), 2);
    copied.check().await.unwrap();
    // A server that is not there is told as such.
    let away = Shelf::s3(&S3 { endpoint: Some("http://127.0.0.1:9".to_owned()), ..settings }).unwrap();
    let told = copies::list(&away, &key("world")).await.unwrap_err().to_string();
    assert!(told.starts_with("s3://copies/night/") && told.contains("refused"), "{told}");
}
