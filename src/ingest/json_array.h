// SPDX-License-Identifier: Apache-2.0
// json_array.h — cuts a JSON array into the texts of its elements, so that each can be parsed, and fail, alone.
//
// Not here: whether an element is JSON. A broken element may swallow what follows; its parser then says where it broke.
#ifndef SIGNPOST_INGEST_JSON_ARRAY_H_
#define SIGNPOST_INGEST_JSON_ARRAY_H_

#include <cstddef>
#include <string_view>

#include <absl/status/status.h>

namespace signpost::ingest {

class JsonArrayReader {
 public:
  // `json` must outlive the reader.
  explicit JsonArrayReader(std::string_view json) : json_(json) {}

  // Finds the next element; false behind the last, or where the text is no array: see status().
  bool Next();

  std::string_view element() const { return element_; }
  std::size_t line() const { return line_; }  // 1-based, where element() begins
  // InvalidArgument, `LINE: what, value`.
  const absl::Status& status() const { return status_; }

 private:
  void SkipSpace();
  std::size_t EndOfElement() const;
  // Both return false.
  bool Finish();
  bool Fail(std::string_view what);

  std::string_view json_;
  std::string_view element_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  bool begun_ = false;
  bool done_ = false;
  absl::Status status_;
};

}  // namespace signpost::ingest

#endif  // SIGNPOST_INGEST_JSON_ARRAY_H_
