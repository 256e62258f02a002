// SPDX-License-Identifier: Apache-2.0
// serve.h — one engine in a process of its own, asked in JSON lines; node/serve.mjs speaks the same.
//
// First line out:  {"version", "settings", "marks": "none" | "optional" | "always", "build_seconds", "open_seconds",
//                  "file_bytes"}; seconds are of CPU, no file is 0 bytes
// Then a line in, a line out, until the end of the input:
//   {"queries": ["...", ...], "cut", "misspelled", "marks"}  ->  {"answers": [{"ns", "ids": [...]}, ...]}
//   {}  ->  {"resident_bytes"}: what the process grew by since before it opened the index
#ifndef SIGNPOST_BENCH_PEERS_SERVE_H_
#define SIGNPOST_BENCH_PEERS_SERVE_H_

#include <string>

namespace peers {

// Builds an index of the passages into `folder` (with `reuse`: unless one of a file of this size is there), in a child
// process, so that its memory is not counted; then opens it and answers. Throws std::runtime_error.
void Serve(const std::string& engine, const std::string& passages, const std::string& folder, bool reuse);

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_SERVE_H_
