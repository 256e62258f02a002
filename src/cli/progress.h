// SPDX-License-Identifier: Apache-2.0
// progress.h — how far `signpost index` is, on stderr: one line that is redrawn on a terminal, a line now and then else.
#ifndef SIGNPOST_CLI_PROGRESS_H_
#define SIGNPOST_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace signpost::cli {

class Progress {
 public:
  // `total_bytes`: of all that will be read, for the bar; 0: not known, no bar.
  Progress(bool terminal, std::uint64_t total_bytes) : terminal_(terminal), total_bytes_(total_bytes) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { Clear(); }

  void AddDocument();
  // `bytes`: read so far, of all files.
  void SetBytes(std::uint64_t bytes);
  // Says what begins now. Nothing is said of it when stderr is no terminal.
  void SetStage(std::string_view stage);
  // Removes the line from the terminal, for something else to be written.
  void Clear();

 private:
  void ShowNowAndThen();
  void Show();
  std::string Line() const;

  bool terminal_;
  std::uint64_t total_bytes_;
  std::uint64_t bytes_ = 0;
  std::uint64_t documents_ = 0;
  std::string stage_ = "reading";
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace signpost::cli

#endif  // SIGNPOST_CLI_PROGRESS_H_
