//! How many, how large, how slow (UC19).

use std::net::IpAddr;

use super::*;

const SOON: Duration = Duration::from_millis(150);

#[tokio::test]
async fn a_head_that_is_too_long_is_told_so() {
    let address = serve(listener().await, pages(), ServeLimits::default()).await;
    let long = format!("GET / HTTP/1.1\r\nHost: campus.example.org\r\nX-Long: {}\r\n\r\n", "a".repeat(64 * 1024));
    assert!(exchange(connect(address).await, &long).await.starts_with("HTTP/1.1 431"));
    let many = format!("GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", "A: b\r\n".repeat(500));
    assert!(exchange(connect(address).await, &many).await.starts_with("HTTP/1.1 431"));
}

#[tokio::test]
async fn whoever_sends_nothing_or_a_head_bit_by_bit_is_let_go() {
    let address = serve(listener().await, pages(), ServeLimits { header_time: SOON, ..ServeLimits::default() }).await;
    assert_eq!(rest(connect(address).await).await, "", "nothing sent");
    let (mut from, mut to) = connect(address).await.into_split();
    let dripping = tokio::spawn(async move {
        let _ = to.write_all(b"GET / HTTP/1.1\r\n").await;
        while to.write_all(b"A: b\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    let mut told = Vec::new();
    let ended = tokio::time::timeout(PATIENCE, from.read_to_end(&mut told)).await;
    assert!(ended.is_ok() && !String::from_utf8_lossy(&told).contains("200 OK"), "the connection ends");
    dripping.abort();
}

#[tokio::test]
async fn a_connection_without_a_request_ends_after_a_while_and_one_with_a_slow_request_does_not() {
    let limits = ServeLimits { idle: SOON, header_time: SOON, ..ServeLimits::default() };
    let address = serve(listener().await, pages(), limits).await;
    let told = exchange(connect(address).await, FIRST).await;
    assert!(told.ends_with("127.0.0.1"), "answered, and then ended: {told}");
    let slow = FIRST.replace("GET /", "GET /slow");
    assert!(exchange(connect(address).await, &slow).await.ends_with("done"), "longer than the limit, and answered");
}

#[tokio::test]
async fn whoever_takes_nothing_of_an_answer_is_let_go() {
    let limits = ServeLimits { stall: SOON, connections: 1, ..ServeLimits::default() };
    let address = serve(listener().await, pages(), limits).await;
    let mut stuck = connect(address).await;
    stuck.write_all(FIRST.replace("GET /", "GET /much").as_bytes()).await.unwrap();
    // There is one seat: somebody else is served only when it is free again.
    assert!(exchange(connect(address).await, LAST).await.contains("200 OK"));
    drop(stuck);
}

#[tokio::test]
async fn whoever_takes_an_answer_drop_by_drop_is_let_go() {
    let limits = ServeLimits { stall: SOON, connections: 1, ..ServeLimits::default() };
    let address = serve(listener().await, pages(), limits).await;
    let mut slow = connect(address).await;
    slow.write_all(FIRST.replace("GET /", "GET /much").as_bytes()).await.unwrap();
    let dripping = tokio::spawn(async move {
        let mut drop = [0; 16];
        while slow.read(&mut drop).await.is_ok_and(|more| more > 0) {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    assert!(exchange(connect(address).await, LAST).await.contains("200 OK"), "there is one seat, and it is free again");
    dripping.abort();
}

#[tokio::test]
async fn a_stream_that_lets_nothing_through_does_not_hold_its_connection_for_good() {
    let limits = ServeLimits { answer: SOON, farewell: SOON, connections: 1, ..ServeLimits::default() };
    let address = serve(listener().await, pages(), limits).await;
    let builder = h2::client::Builder::new().initial_window_size(0).to_owned();
    let (client, running) = builder.handshake::<_, axum::body::Bytes>(connect(address).await).await.unwrap();
    tokio::spawn(running);
    let request = axum::http::Request::get("http://campus.example.org/much").body(()).unwrap();
    let (answer, _) = client.ready().await.unwrap().send_request(request, true).unwrap();
    let held = answer.await.unwrap();
    assert!(exchange(connect(address).await, LAST).await.contains("200 OK"), "there is one seat, and it is free again");
    drop(held);
}

#[tokio::test]
async fn one_address_has_its_share_of_connections_and_the_rest_is_for_others() {
    let limits = ServeLimits { per_address: 2, header_time: PATIENCE, ..ServeLimits::default() };
    let address = serve(listener().await, pages(), limits).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = connect(address).await;
        stream.write_all(FIRST.as_bytes()).await.unwrap();
        let mut some = [0; 1024];
        assert!(stream.read(&mut some).await.unwrap() > 0);
        held.push(stream);
    }
    let mut third = connect(address).await;
    let _ = third.write_all(LAST.as_bytes()).await;
    assert!(!rest(third).await.contains("200 OK"), "one too many");
    let other = tokio::net::TcpSocket::new_v4().unwrap();
    other.bind("127.0.0.2:0".parse().unwrap()).unwrap();
    assert!(exchange(other.connect(address).await.unwrap(), LAST).await.ends_with("127.0.0.2"));
    drop(held);
}

#[tokio::test]
async fn a_connection_ends_in_good_order_after_the_last_request_that_it_may_make() {
    let address = serve(listener().await, pages(), ServeLimits { requests: 2, ..ServeLimits::default() }).await;
    let mut stream = connect(address).await;
    let mut some = [0; 4096];
    stream.write_all(FIRST.as_bytes()).await.unwrap();
    assert!(stream.read(&mut some).await.unwrap() > 0);
    let told = exchange(stream, FIRST).await;
    assert!(told.contains("200 OK"), "{told}");
}

#[tokio::test]
async fn a_proxy_is_believed_about_whom_it_asks_for_and_nobody_else_is() {
    let asking = LAST.replace("\r\n\r\n", "\r\nX-Forwarded-For: 203.0.113.9, 198.51.100.7\r\n\r\n");
    let address = serve(listener().await, pages(), ServeLimits::default()).await;
    assert!(exchange(connect(address).await, &asking).await.ends_with("\r\n\r\n127.0.0.1"));
    let proxies = vec!["127.0.0.1".parse().unwrap()];
    let limits = ServeLimits { per_address: 1, ..ServeLimits::default() };
    let address = serve(listener().await.behind(proxies.into()), pages(), limits).await;
    let held = connect(address).await;
    assert!(exchange(connect(address).await, &asking).await.ends_with("\r\n\r\n198.51.100.7"), "and many may share it");
    drop(held);
}

// RL15
#[tokio::test]
async fn where_only_proxies_are_let_in_nobody_else_gets_an_answer() {
    let wire = listener().await.behind(vec!["127.0.0.2".parse().unwrap()].into()).for_proxies_only();
    let address = serve(wire, pages(), ServeLimits::default()).await;
    let mut stranger = connect(address).await;
    let _ = stranger.write_all(LAST.as_bytes()).await;
    assert_eq!(rest(stranger).await, "");
    let proxy = tokio::net::TcpSocket::new_v4().unwrap();
    proxy.bind((IpAddr::from([127, 0, 0, 2]), 0).into()).unwrap();
    assert!(exchange(proxy.connect(address).await.unwrap(), LAST).await.contains("200 OK"));
}

// I7: what has begun is answered, and nothing new is begun.
#[tokio::test]
async fn a_stop_answers_what_has_begun() {
    let wire = listener().await;
    let address = wire.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = tokio::spawn(http::serve(wire, pages(), ServeLimits::default(), async {
        drop(stopped.await);
    }));
    let idle = connect(address).await;
    let mut begun = connect(address).await;
    begun.write_all(FIRST.replace("GET /", "GET /slow").as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.send(()).unwrap();
    assert!(rest(begun).await.ends_with("done"));
    rest(idle).await;
    tokio::time::timeout(PATIENCE, server).await.expect("it stops").unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}
