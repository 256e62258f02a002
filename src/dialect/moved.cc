// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include <signpost/dialect.h>

#include "base/limits.h"
#include "dialect/json_parser.h"
#include "dialect/json_view.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

using dialect::JsonView;
using dialect::JsonWriter;
using dialect::Member;

constexpr Member<MovedAddress> kMembers[] = {
    {"from", [](const JsonView& view, MovedAddress* out) { return view.ReadName(&out->from); }},
    {"to", [](const JsonView& view, MovedAddress* out) { return view.ReadName(&out->to); }},
};

absl::Status ReadOne(const JsonView& view, std::vector<MovedAddress>* out) {
  MovedAddress read;
  SIGNPOST_RETURN_IF_ERROR(view.ReadMembers(kMembers, &read));
  if (read.from.empty()) return view.Missing("from");
  if (read.to.empty()) return view.Missing("to");
  out->push_back(std::move(read));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<MovedAddress>> ParseMoved(std::string_view json) {
  SIGNPOST_ASSIGN_OR_RETURN(Value value, dialect::ParseJsonText(json, limits::kMaxValueDepth));
  std::vector<MovedAddress> out;
  JsonView list(json, value, "the list of moved addresses");
  SIGNPOST_RETURN_IF_ERROR(list.ReadElements([&](const JsonView& element) { return ReadOne(element, &out); }));
  return out;
}

std::string ToJson(const std::vector<MovedAddress>& moved) {
  JsonWriter writer;
  writer.BeginArray();
  for (const MovedAddress& one : moved)
    writer.BeginObject().Key("from").String(one.from).Key("to").String(one.to).EndObject();
  return writer.EndArray().Take();
}

}  // namespace signpost::inline v0
