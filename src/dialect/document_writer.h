// SPDX-License-Identifier: Apache-2.0
// document_writer.h — the members that a record and a hit have in common.
#ifndef SIGNPOST_DIALECT_DOCUMENT_WRITER_H_
#define SIGNPOST_DIALECT_DOCUMENT_WRITER_H_

#include <signpost/document.h>

#include "dialect/enum_names.h"
#include "dialect/json_writer.h"

namespace signpost::dialect {

// Writes objectID, title, url, lang and keywords, without those that are empty (objectID is always there).
inline void WriteDocumentHead(const Document& document, JsonWriter* writer) {
  writer->Key("objectID").String(document.object_id);
  if (!document.title.empty()) writer->Key("title").String(document.title);
  if (!document.url.empty()) writer->Key("url").String(document.url);
  if (!document.lang.empty()) writer->Key("lang").String(document.lang);
  if (!document.keywords.empty()) writer->Key("keywords").Strings(document.keywords);
}

inline void WriteSection(const Section& section, JsonWriter* writer) {
  writer->BeginObject();
  if (!section.anchor.empty()) writer->Key("anchor").String(section.anchor);
  if (!section.heading.empty()) writer->Key("heading").String(section.heading);
  if (section.level != 0) writer->Key("level").Integer(section.level);
  writer->Key("text").String(section.text);
  if (!section.lines.empty()) {
    writer->Key("lines").BeginArray();
    for (LineKind kind : section.lines) writer->String(NameOf(kLineKinds, kind));
    writer->EndArray();
  }
  writer->EndObject();
}

}  // namespace signpost::dialect

#endif  // SIGNPOST_DIALECT_DOCUMENT_WRITER_H_
