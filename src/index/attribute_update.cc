// SPDX-License-Identifier: Apache-2.0
#include "index/attribute_update.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "base/strings.h"

namespace signpost::index {
namespace {

using Operation = AttributeUpdate::Operation;

bool IsNumber(const Value& value) { return value.integer() != nullptr || value.number() != nullptr; }
double NumberOf(const Value& value) {
  return value.integer() != nullptr ? static_cast<double>(*value.integer()) : *value.number();
}

absl::Status Expected(std::string_view what, const AttributeUpdate& update) {
  return InvalidArgument("expected ", what, " for attribute ", Quoted(update.attribute));
}

absl::StatusOr<Value> Sum(const Value& a, const Value& b, int sign, const AttributeUpdate& update) {
  if (a.integer() == nullptr || b.integer() == nullptr) return Value(NumberOf(a) + sign * NumberOf(b));
  std::int64_t out = 0;
  const bool overflows = sign > 0 ? __builtin_add_overflow(*a.integer(), *b.integer(), &out)
                                  : __builtin_sub_overflow(*a.integer(), *b.integer(), &out);
  if (overflows) return Expected("a sum that fits 64 bits", update);
  return Value(out);
}

absl::StatusOr<Value> OfArray(const Value& old, const AttributeUpdate& update) {
  if (update.value.string() == nullptr && !IsNumber(update.value)) return Expected("a string or a number", update);
  if (!old.is_null() && old.array() == nullptr) return Expected("an array in the document", update);
  Value::Array out = old.is_null() ? Value::Array{} : *old.array();
  if (update.operation == Operation::kRemove) {
    std::erase(out, update.value);
  } else if (update.operation == Operation::kAdd || std::find(out.begin(), out.end(), update.value) == out.end()) {
    out.push_back(update.value);
  }
  return Value(std::move(out));
}

}  // namespace

absl::StatusOr<std::optional<Value>> UpdatedValue(const Value& old, const AttributeUpdate& update) {
  switch (update.operation) {
    case Operation::kSet:
      return update.value;
    case Operation::kAdd:
    case Operation::kRemove:
    case Operation::kAddUnique:
      return OfArray(old, update);
    case Operation::kIncrement:
    case Operation::kDecrement:
    case Operation::kIncrementFrom:
    case Operation::kIncrementSet:
      break;
  }
  const Value number = old.is_null() ? Value(0) : old;
  if (!IsNumber(number)) return Expected("a number in the document", update);
  if (!IsNumber(update.value)) return Expected("a number", update);
  if (update.operation == Operation::kIncrement) return Sum(number, update.value, 1, update);
  if (update.operation == Operation::kDecrement) return Sum(number, update.value, -1, update);
  if (update.value.integer() == nullptr) return Expected("an integer", update);
  if (update.operation == Operation::kIncrementFrom) {
    if (NumberOf(number) != NumberOf(update.value)) return std::nullopt;
    return Sum(number, Value(1), 1, update);
  }
  if (NumberOf(number) >= NumberOf(update.value)) return std::nullopt;
  return update.value;
}

}  // namespace signpost::index
