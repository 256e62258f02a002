// SPDX-License-Identifier: Apache-2.0
// child_process.h — a program that is asked in lines and answers in lines. Errors: std::runtime_error.
#ifndef SIGNPOST_BENCH_PEERS_CHILD_PROCESS_H_
#define SIGNPOST_BENCH_PEERS_CHILD_PROCESS_H_

#include <sys/types.h>

#include <cstdio>
#include <string>
#include <vector>

namespace peers {

class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  // Closes its input, which ends it, and waits for it.
  ~ChildProcess();

  std::string ReadLine();
  std::string Ask(const std::string& line);

 private:
  pid_t pid_ = -1;
  std::FILE* input_ = nullptr;   // what the child reads
  std::FILE* output_ = nullptr;  // what it writes
  char* line_ = nullptr;
  std::size_t capacity_ = 0;
};

}  // namespace peers

#endif  // SIGNPOST_BENCH_PEERS_CHILD_PROCESS_H_
