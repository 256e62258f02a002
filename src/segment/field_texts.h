// SPDX-License-Identifier: Apache-2.0
// field_texts.h — what of a document is the text of a searchable attribute.
//
// Names:    "a.b" is the member b of the objects in the attribute a, through lists; "a" is all texts in it.
// Numbers:  text as well, in the shortest form that reads back as them: 1993, 0.5. Booleans and null are none.
// Threads:  pure functions.
#ifndef SIGNPOST_SEGMENT_FIELD_TEXTS_H_
#define SIGNPOST_SEGMENT_FIELD_TEXTS_H_

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/value.h>

#include "segment/stored_document.h"

namespace signpost::segment {

// The values of a field in the order of the record, as views into what they were made of and into `numbers`.
struct FieldTexts {
  std::vector<std::string_view> values;
  std::deque<std::string> numbers;
};

// Returns one text for a string, one a section for "headings" and "body", one a leaf for lists and objects; none when the
// document lacks it. Section i is value i of "headings" and "body".
FieldTexts TextsOf(const StoredDocument& stored, std::string_view field, const std::vector<Attribute>& attributes);

// True when the leaf at `path` ("a.b") is a text of `field`.
bool CoversPath(std::string_view field, std::string_view path);

// True for what has a text: strings and numbers.
bool IsText(const Value& value);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_FIELD_TEXTS_H_
