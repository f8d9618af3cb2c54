//! A fake of the service's API, on loopback.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use serde_json::Value;

/// What was asked.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// With its query.
    pub(crate) path: String,
    pub(crate) authorization: Option<String>,
    pub(crate) body: Value,
}

/// What is answered.
pub(crate) enum Answer {
    Json(Value),
    Bytes(Vec<u8>),
    Redirect(String),
    Missing,
}

/// A server that remembers what it was asked. Dropping it ends it.
pub(crate) struct Api {
    pub(crate) address: String,
    seen: Arc<Mutex<Vec<Request>>>,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Api {
    pub(crate) fn start(answer: impl Fn(&Request) -> Answer + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let ends = Arc::new(AtomicBool::new(false));
        let (noted, ending) = (Arc::clone(&seen), Arc::clone(&ends));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if ending.load(Ordering::SeqCst) {
                    return;
                }
                if let Some(request) = read(&stream) {
                    noted.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
                    let _ = write(&stream, answer(&request));
                }
            }
        });
        Self { address, seen, ends, thread: Some(thread) }
    }

    pub(crate) fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Requests that change something.
    pub(crate) fn changes(&self) -> Vec<Request> {
        self.seen().into_iter().filter(|request| request.method != "GET").collect()
    }
}

impl Drop for Api {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address.trim_start_matches("http://"));
        self.thread.take().map(JoinHandle::join);
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split(' ').map(str::to_owned);
    let (method, path) = (words.next()?, words.next()?);
    let (mut authorization, mut length) = (None, 0);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "authorization" => authorization = Some(value.to_owned()),
            "content-length" => length = value.parse().ok()?,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    Some(Request { method, path, authorization, body })
}

fn write(mut stream: &TcpStream, answer: Answer) -> std::io::Result<()> {
    let (status, location, body) = match answer {
        Answer::Json(value) => ("200 OK", String::new(), value.to_string().into_bytes()),
        Answer::Bytes(bytes) => ("200 OK", String::new(), bytes),
        Answer::Redirect(place) => ("302 Found", format!("Location: {place}\r\n"), Vec::new()),
        Answer::Missing => ("404 Not Found", String::new(), b"{}".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\n{location}Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}
