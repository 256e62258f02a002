// SPDX-License-Identifier: Apache-2.0
#include "segment/changes.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "base/status.h"
#include "segment/stored_document.h"

namespace signpost::segment {

void ApplyAttributes(const std::vector<Attribute>& changed, std::vector<Attribute>* attributes) {
  for (const Attribute& attribute : changed) {
    const auto old = std::find_if(attributes->begin(), attributes->end(),
                                  [&](const Attribute& a) { return a.name == attribute.name; });
    if (old == attributes->end()) {
      if (!attribute.value.is_null()) attributes->push_back(attribute);
    } else if (attribute.value.is_null()) {
      attributes->erase(old);
    } else {
      old->value = attribute.value;
    }
  }
}

std::string EncodeChanges(const ChangedAttributes& changes) {
  ByteWriter out;
  std::uint32_t next = 0;
  for (const auto& [doc, attributes] : changes) {
    out.Varint(Raw(doc) - next);
    next = Raw(doc) + 1;
    ByteWriter value;
    EncodeValue(Value(attributes), &value);
    out.String(value.view());
  }
  return out.Take();
}

absl::StatusOr<ChangedAttributes> DecodeChanges(std::string_view bytes, std::uint32_t doc_count) {
  ChangedAttributes out;
  ByteReader in(bytes);
  std::uint64_t next = 0;
  while (!in.done()) {
    const std::uint64_t doc = next + in.Varint32();
    const Value value = ReadValue(in.String());
    if (!in.ok() || doc >= doc_count || value.object() == nullptr) {
      return DataLoss("reading changed attributes: malformed at DocId ", doc, " of ", doc_count);
    }
    out[DocId{static_cast<std::uint32_t>(doc)}] = *value.object();
    next = doc + 1;
  }
  return out;
}

}  // namespace signpost::segment
