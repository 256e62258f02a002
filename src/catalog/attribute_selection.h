// SPDX-License-Identifier: Apache-2.0
// attribute_selection.h — which attributes of a document may leave, and taking them out of it.
//
// Names:    members of Document as records name them (title, url, keywords, body; headings go with the body) and attributes; "a.b"
//           is the member b of the objects in a. "*" is all; "-x" takes x out. What the settings hide is never in.
#ifndef SIGNPOST_CATALOG_ATTRIBUTE_SELECTION_H_
#define SIGNPOST_CATALOG_ATTRIBUTE_SELECTION_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <signpost/document.h>
#include <signpost/value.h>

#include "segment/stored_document.h"

namespace signpost::catalog {

class AttributeSelection {
 public:
  AttributeSelection(const std::vector<std::string>& wanted, const std::vector<std::string>& hidden);

  // True when all of an attribute, or a part of it, is selected.
  bool Has(std::string_view name) const;

  // True when all of it was taken out by name.
  bool Excludes(std::string_view path) const;

  // Returns a copy of the document with what is selected; its identity always is. `changed`, if not null, are attributes that have
  // other values than the stored ones.
  Document Select(const segment::StoredDocument& stored, const std::vector<Attribute>* changed) const;

 private:
  enum class Extent { kNone, kPart, kAll };
  Extent ExtentOf(std::string_view path) const;
  std::optional<Value> Part(const std::string& path, Value value) const;

  bool all_ = false;
  std::vector<std::string> included_;
  std::vector<std::string> excluded_;
};

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_ATTRIBUTE_SELECTION_H_
