// SPDX-License-Identifier: Apache-2.0
#include "child_process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace peers {

ChildProcess::ChildProcess(const std::vector<std::string>& command) {
  int to_child[2];
  int from_child[2];
  // Closed on exec, so that no other child holds them open.
  if (pipe2(to_child, O_CLOEXEC) != 0 || pipe2(from_child, O_CLOEXEC) != 0) throw std::runtime_error("pipe failed");
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("fork failed");
  if (pid_ == 0) {
    dup2(to_child[0], STDIN_FILENO);
    dup2(from_child[1], STDOUT_FILENO);
    execvp(arguments[0], arguments.data());
    std::perror(arguments[0]);
    _exit(127);
  }
  close(to_child[0]);
  close(from_child[1]);
  input_ = fdopen(to_child[1], "w");
  output_ = fdopen(from_child[0], "r");
}

ChildProcess::~ChildProcess() {
  std::fclose(input_);
  std::fclose(output_);
  std::free(line_);
  waitpid(pid_, nullptr, 0);
}

std::string ChildProcess::ReadLine() {
  const ssize_t length = getline(&line_, &capacity_, output_);
  if (length <= 0) throw std::runtime_error("it ended without an answer");
  return {line_, static_cast<std::size_t>(length)};
}

std::string ChildProcess::Ask(const std::string& line) {
  std::fputs((line + "\n").c_str(), input_);
  std::fflush(input_);
  return ReadLine();
}

}  // namespace peers
