// SPDX-License-Identifier: Apache-2.0
#include "cli/errors.h"

#include <cstdio>

#include <signpost/dialect.h>

#include "cli/terminal_text.h"

namespace signpost::cli {
namespace {

constexpr std::string_view kProgram = "signpost";

// Returns the message without the `LINE: ` that it begins with.
std::string WithoutLine(std::string message) {
  const std::size_t digits = message.find_first_not_of("0123456789");
  if (digits != 0 && digits != message.npos && message.compare(digits, 2, ": ") == 0) message.erase(0, digits + 2);
  return message;
}

bool BeginsWithPath(std::string_view message, std::string_view path) {
  if (path.empty() || !message.starts_with(path) || message.size() == path.size()) return false;
  return path.back() == '/' || message[path.size()] == ':' || message[path.size()] == '/';
}

}  // namespace

std::string Message(const absl::Status& status) { return std::string(status.message()); }

absl::Status ErrorAt(std::string_view place, std::string_view what) {
  return WithPlace(absl::InvalidArgumentError(std::string(what)), place);
}

absl::Status WithPlace(const absl::Status& status, std::string_view place) {
  return absl::Status(status.code(), std::string(place) + ": " + Message(status));
}

absl::Status WithPath(const absl::Status& status, std::string_view path) {
  return absl::Status(status.code(), std::string(path) + ":" + Message(status));
}

absl::Status WithLinePlace(const absl::Status& status, std::string_view place) {
  return absl::Status(status.code(), std::string(place) + ": " + WithoutLine(Message(status)));
}

absl::Status WithProgram(const absl::Status& status, std::string_view path) {
  return BeginsWithPath(Message(status), path) ? status : WithProgram(status);
}

absl::Status WithProgram(const absl::Status& status) { return WithPlace(status, kProgram); }

std::string Quoted(std::string_view text) {
  constexpr std::size_t kMaxBytes = 80;
  if (text.size() <= kMaxBytes) return ToJson(Value(text));
  std::size_t end = kMaxBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return ToJson(Value(text.substr(0, end))) + "...";
}

std::string PlaceOf(std::string_view path, std::size_t line) { return std::string(path) + ":" + std::to_string(line); }

void PrintError(std::string_view message) {
  std::string line = TerminalText(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace signpost::cli
