// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include "cli/numbers.h"

namespace signpost::cli {
namespace {

constexpr std::chrono::milliseconds kRedrawEvery(100);
constexpr std::chrono::seconds kLineEvery(10);

std::string Bar(double share) {
  constexpr std::size_t kWidth = 30;
  const auto full = static_cast<std::size_t>(share * kWidth);
  return "[" + std::string(full, '#') + std::string(kWidth - full, '.') + "] " + Fixed(100 * share, 0) + " %";
}

void Write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

void Progress::AddDocument() {
  ++documents_;
  ShowNowAndThen();
}

void Progress::SetBytes(std::uint64_t bytes) {
  bytes_ = bytes;
  ShowNowAndThen();
}

void Progress::SetStage(std::string_view stage) {
  stage_ = stage;
  if (terminal_) Show();
}

void Progress::Clear() {
  if (shown_ && terminal_) Write("\r\x1b[K");
  shown_ = false;
}

void Progress::ShowNowAndThen() {
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < (terminal_ ? std::chrono::milliseconds(kRedrawEvery) : kLineEvery)) return;
  last_ = now;
  Show();
}

void Progress::Show() {
  Write(terminal_ ? "\r" + Line() + "\x1b[K" : Line() + "\n");
  shown_ = true;
}

std::string Progress::Line() const {
  std::string line = stage_;
  // One large file is counted when it ends; a bar that stays empty until then would say less than none.
  if (total_bytes_ > 0 && bytes_ > 0) {
    line += "  " + Bar(std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_bytes_)));
  }
  return line + "  " + Grouped(documents_) + " documents";
}

}  // namespace signpost::cli
