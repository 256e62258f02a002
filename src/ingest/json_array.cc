// SPDX-License-Identifier: Apache-2.0
#include "ingest/json_array.h"

#include <algorithm>

#include "base/status.h"

namespace signpost::ingest {

namespace {

std::size_t CountLines(std::string_view s) { return static_cast<std::size_t>(std::count(s.begin(), s.end(), '\n')); }

}  // namespace

void JsonArrayReader::SkipSpace() {
  while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\t' || json_[at_] == '\r' || json_[at_] == '\n')) {
    if (json_[at_++] == '\n') ++line_;
  }
}

// The offset of the comma or bracket behind the element that begins at at_, or the end of the text.
std::size_t JsonArrayReader::EndOfElement() const {
  int depth = 0;
  for (std::size_t i = at_; i < json_.size(); ++i) {
    char c = json_[i];
    if (c == '"') {
      for (++i; i < json_.size() && json_[i] != '"'; ++i) {
        if (json_[i] == '\\') ++i;
      }
    } else if (depth == 0 && (c == ',' || c == ']')) {
      return i;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return json_.size();
}

bool JsonArrayReader::Fail(std::string_view what) {
  status_ = InvalidArgument(line_, ": ", what, ", ", Quoted(json_.substr(at_)));
  done_ = true;
  return false;
}

// At the closing bracket.
bool JsonArrayReader::Finish() {
  done_ = true;
  ++at_;
  SkipSpace();
  return at_ == json_.size() ? false : Fail("something follows the JSON array");
}

bool JsonArrayReader::Next() {
  if (done_) return false;
  if (!begun_) {
    SkipSpace();
    if (!json_.substr(at_).starts_with('[')) return Fail("JSON file is no array");
  } else {
    line_ += CountLines(element_);
    if (at_ == json_.size()) return Fail("JSON array ends too early");
    if (json_[at_] == ']') return Finish();
  }
  ++at_;  // the opening bracket, or a comma
  SkipSpace();
  if (!begun_ && json_.substr(at_).starts_with(']')) return Finish();
  begun_ = true;
  std::size_t end = EndOfElement();
  if (end == at_)
    return Fail(end == json_.size() ? "JSON array ends too early" : "an element of the JSON array is missing");
  element_ = json_.substr(at_, end - at_);
  at_ = end;
  return true;
}

}  // namespace signpost::ingest
