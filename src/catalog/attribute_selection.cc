// SPDX-License-Identifier: Apache-2.0
#include "catalog/attribute_selection.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"
#include "segment/changes.h"

namespace signpost::catalog {
namespace {

// True when `inner` is `outer` or a part of it.
bool IsWithin(std::string_view inner, std::string_view outer) {
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.');
}

bool Any(const std::vector<std::string>& names, auto predicate) {
  return std::any_of(names.begin(), names.end(), predicate);
}

}  // namespace

AttributeSelection::AttributeSelection(const std::vector<std::string>& wanted, const std::vector<std::string>& hidden)
    : excluded_(hidden) {
  for (const std::string& name : wanted) {
    if (name == "*") {
      all_ = true;
    } else if (name.starts_with('-')) {
      excluded_.push_back(name.substr(1));
    } else {
      included_.push_back(name);
    }
  }
  // Only exclusions: everything else.
  all_ = all_ || (included_.empty() && !wanted.empty());
}

AttributeSelection::Extent AttributeSelection::ExtentOf(std::string_view path) const {
  if (Excludes(path)) return Extent::kNone;
  const bool included = all_ || Any(included_, [&](std::string_view name) { return IsWithin(path, name); });
  auto inside = [&](std::string_view name) { return IsWithin(name, path); };
  if (included) return Any(excluded_, inside) ? Extent::kPart : Extent::kAll;
  return Any(included_, inside) ? Extent::kPart : Extent::kNone;
}

bool AttributeSelection::Excludes(std::string_view path) const {
  return Any(excluded_, [&](std::string_view name) { return IsWithin(path, name); });
}

bool AttributeSelection::Has(std::string_view name) const { return ExtentOf(name) != Extent::kNone; }

// The selected members of the objects in a value, which is selected in part.
std::optional<Value> AttributeSelection::Part(const std::string& path, Value value) const {
  if (const Value::Array* array = value.array()) {
    Value::Array out;
    for (const Value& element : *array) {
      if (std::optional<Value> part = Part(path, element)) out.push_back(*std::move(part));
    }
    return out.empty() ? std::nullopt : std::optional<Value>(std::move(out));
  }
  const Value::Object* object = value.object();
  // What has no members is not taken apart: only a selection of all of it has it.
  if (object == nullptr) {
    const bool included = all_ || Any(included_, [&](std::string_view name) { return IsWithin(path, name); });
    return included ? std::optional<Value>(std::move(value)) : std::nullopt;
  }
  Value::Object out;
  for (const Attribute& member : *object) {
    const std::string inner = StrCat(path, ".", member.name);
    const Extent extent = ExtentOf(inner);
    if (extent == Extent::kAll) out.push_back(member);
    if (extent != Extent::kPart) continue;
    if (std::optional<Value> part = Part(inner, member.value)) out.push_back({member.name, *std::move(part)});
  }
  return out.empty() ? std::nullopt : std::optional<Value>(std::move(out));
}

Document AttributeSelection::Select(const segment::StoredDocument& stored,
                                    const std::vector<Attribute>* changed) const {
  const bool body = Has("body");
  Document out = segment::ToDocument(stored, body);
  if (changed != nullptr) segment::ApplyAttributes(*changed, &out.attributes);
  if (!Has("title")) out.title.clear();
  if (!Has("url")) out.url.clear();
  if (!Has("keywords")) out.keywords.clear();
  if (Excludes("headings")) {
    for (Section& section : out.sections) section.heading.clear();
  }
  std::vector<Attribute> attributes;
  for (Attribute& attribute : out.attributes) {
    const Extent extent = ExtentOf(attribute.name);
    if (extent == Extent::kAll) {
      attributes.push_back(std::move(attribute));
    } else if (extent == Extent::kPart) {
      std::optional<Value> part = Part(attribute.name, std::move(attribute.value));
      if (part) attributes.push_back({attribute.name, *std::move(part)});
    }
  }
  out.attributes = std::move(attributes);
  return out;
}

}  // namespace signpost::catalog
