// SPDX-License-Identifier: Apache-2.0
// stored_document.h — a document as bytes, and reading parts of it without copying the rest.
//
// Trust:    the bytes may be hostile: a reader gives what is there up to the first thing that does not fit.
#ifndef SIGNPOST_SEGMENT_STORED_DOCUMENT_H_
#define SIGNPOST_SEGMENT_STORED_DOCUMENT_H_

#include <string>
#include <string_view>
#include <vector>

#include <signpost/document.h>
#include <signpost/value.h>

#include "base/bytes.h"

namespace signpost::segment {

// Appends everything but object_id and lang, which are read without it, and the audiences, which belong to the segment.
void EncodeDocument(const Document& document, ByteWriter* out);

struct StoredSection {
  std::string_view anchor;
  std::string_view heading;
  int level = 0;
  std::string_view text;
  std::string_view lines;  // a byte a line, LineKind; other bytes are kText
};

// Views into the bytes given, valid while they are.
struct StoredDocument {
  std::string_view object_id;  // this and lang: empty from ReadDocument, filled in by Segment::Stored
  std::string_view lang;
  std::string_view title;
  std::string_view url;
  std::vector<StoredSection> sections;
  std::vector<std::string_view> keywords;
  std::string_view attributes;  // still encoded
};

inline LineKind LineKindOf(char byte) {
  const auto kind = static_cast<unsigned char>(byte);
  return kind <= static_cast<unsigned char>(LineKind::kContinued) ? static_cast<LineKind>(kind) : LineKind::kText;
}

StoredDocument ReadDocument(std::string_view bytes);

// Returns a copy. `with_sections` false leaves the body out.
Document ToDocument(const StoredDocument& stored, bool with_sections);

std::vector<Attribute> ReadAttributes(std::string_view bytes);

void EncodeValue(const Value& value, ByteWriter* out);
Value ReadValue(std::string_view bytes);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_STORED_DOCUMENT_H_
