// SPDX-License-Identifier: Apache-2.0
// document.h — what is searched: an article, an answer, a product.
//
// Holds:    plain data. All text is UTF-8; invalid bytes make IndexBuilder::Add and Index::Upsert fail.
// Identity: (object_id, lang). The same object_id in another language is its translation.
// Threads:  plain value types.
// Example:
//   signpost::Document article{
//       .object_id = "track-your-order",
//       .lang = "en",
//       .title = "Track your order",
//       .url = "https://help.example/track-your-order",
//       .sections = {{.text = "Every parcel has a tracking number."},
//                    {.anchor = "late", .heading = "If it is late", .level = 2, .text = "Wait two days."}},
//       .keywords = {"parcel"},
//       .attributes = {{"votes", 212}}};
#ifndef SIGNPOST_DOCUMENT_H_
#define SIGNPOST_DOCUMENT_H_

#include <cstdint>
#include <string>
#include <vector>

#include <signpost/value.h>

namespace signpost::inline v0 {

// What a line of a section's text is, as far as snippets and answers keep it whole: a reader wants all of a step, and of a
// table row.
enum class LineKind : std::uint8_t {
  kText,       // a paragraph
  kStep,       // of a numbered list
  kBullet,     // of any other list
  kHeaderRow,  // names the columns of the rows below it
  kRow,        // of a table
  kCode,
  kContinued,  // belongs to the step, list item or code before it
};

// A part of a document under one heading, or a stretch of a recording (then the anchor is a time: t=75). The text before the first heading is a section without heading and anchor.
struct Section {
  std::string anchor;           // fragment of the URL that opens the section, without '#'; empty: the top of the page
  std::string heading;          // plain text; empty for the opening section and in transcripts
  int level = 0;                // 1-6 as in <h1>-<h6>; 0 for the opening section
  std::string text;             // plain text, one line a paragraph, list item or table row
  std::vector<LineKind> lines;  // of `text`, in order; lines beyond the last are kText

  bool operator==(const Section&) const = default;
};

struct Document {
  std::string object_id;               // required; at most 1,024 bytes
  std::string lang;                    // BCP 47 tag ("en", "pt-BR"); empty: Settings::language
  std::string title;                   // plain text
  std::string url;                     // where a hit leads; stored, never searched
  std::vector<Section> sections;       // the body, in reading order
  std::vector<std::string> keywords;   // words that find the document without standing in it
  std::vector<std::string> audiences;  // who may see it; empty: everybody. Never returned by a search
  std::vector<Attribute> attributes;   // anything else; stored and returned, searched when the settings name it

  bool operator==(const Document&) const = default;
};

}  // namespace signpost::inline v0

#endif  // SIGNPOST_DOCUMENT_H_
