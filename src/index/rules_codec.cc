// SPDX-License-Identifier: Apache-2.0
// rules_codec.cc — the members of a rule are named once, in Visit; what writes and what reads go by that.
#include "index/rules_codec.h"

#include <cstdint>
#include <optional>
#include <type_traits>

#include "base/bytes.h"
#include "base/limits.h"
#include "index/codec_parts.h"
#include "segment/stored_document.h"

namespace signpost::index {
namespace {

// The last value of each enum.
constexpr Anchoring LastOf(Anchoring) { return Anchoring::kAny; }
constexpr Filter::Kind LastOf(Filter::Kind) { return Filter::Kind::kNumbers; }
constexpr TypoMode LastOf(TypoMode) { return TypoMode::kStrict; }
constexpr RemoveWords LastOf(RemoveWords) { return RemoveWords::kAllOptional; }
constexpr FacetSort LastOf(FacetSort) { return FacetSort::kAlpha; }

// Calls io(member) for each member. `T` is const where they are written.
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, Rule> {
  io(value.object_id, value.description, value.enabled, value.conditions, value.audiences, value.validity, value.tags,
     value.scope, value.consequence);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, RuleCondition> {
  io(value.pattern, value.anchoring, value.alternatives.typos, value.alternatives.forms, value.alternatives.synonyms,
     value.context, value.filter);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, ValidityWindow> {
  io(value.from, value.until);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, Promotion> {
  io(value.object_id, value.position);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, OptionalFilter> {
  io(value.filter, value.score);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, WordEdit> {
  io(value.words, value.replacement);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, AutomaticFilter> {
  io(value.attribute, value.optional, value.score, value.disjunctive, value.negative);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, SortKey> {
  io(value.attribute, value.descending);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, Filter> {
  io.Deeper();
  io(value.kind, value.parts, value.attribute, value.value, value.low, value.high);
  io.Back();
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, RuleParameters> {
  io(value.typo_tolerance, value.remove_words, value.optional_words, value.advanced_syntax, value.sort, value.distinct,
     value.page, value.hits_per_page, value.attributes_to_retrieve, value.attributes_to_highlight, value.facets,
     value.max_values_per_facet, value.sort_facet_values_by);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, RuleConsequence> {
  io(value.redirect_url, value.user_data, value.promote, value.filter_promotes, value.hide, value.optional,
     value.filter, value.query, value.edits, value.automatic_filters, value.parameters);
}
template <typename Io, typename T>
void Visit(Io& io, T& value) requires std::is_same_v<std::remove_const_t<T>, MovedAddress> {
  io(value.from, value.to);
}

class Writer {
 public:
  template <typename... Members>
  void operator()(const Members&... members) {
    (Put(members), ...);
  }
  void Deeper() {}
  void Back() {}
  std::string Take() { return out_.Take(); }

 private:
  void Put(const std::string& s) { out_.String(s); }
  void Put(bool b) { PutBool(b, &out_); }
  void Put(int i) { out_.Varint(static_cast<std::uint64_t>(i)); }
  void Put(std::int64_t i) { out_.Fixed(i); }
  void Put(double d) { out_.Fixed(d); }
  void Put(const Value& value) {
    ByteWriter bytes;
    segment::EncodeValue(value, &bytes);
    out_.String(bytes.view());
  }
  template <typename T>
  void Put(const std::optional<T>& value) {
    Put(value.has_value());
    if (value) Put(*value);
  }
  template <typename T>
  void Put(const std::vector<T>& values) {
    out_.Varint(values.size());
    for (const T& value : values) Put(value);
  }
  template <typename T>
  void Put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      out_.Varint(static_cast<std::uint64_t>(value));
    } else {
      Visit(*this, value);
    }
  }

  ByteWriter out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}

  template <typename... Members>
  void operator()(Members&... members) {
    (Get(&members), ...);
  }
  // Filters are trees; what is deeper than any that was accepted is no filter.
  void Deeper() { too_deep_ = too_deep_ || ++depth_ > limits::kMaxFilterDepth + 8; }
  void Back() { --depth_; }
  absl::Status Done(std::string_view part) const {
    return too_deep_ ? DataLoss("reading ", part, ": malformed") : CheckDone(in_, part);
  }

 private:
  void Get(std::string* s) { *s = in_.String(); }
  void Get(bool* b) { *b = GetBool(&in_); }
  void Get(int* i) { *i = GetInt(&in_); }
  void Get(std::int64_t* i) { *i = in_.Fixed<std::int64_t>(); }
  void Get(double* d) { *d = in_.Fixed<double>(); }
  void Get(Value* value) { *value = segment::ReadValue(in_.String()); }
  template <typename T>
  void Get(std::optional<T>* value) {
    if (GetBool(&in_)) Get(&value->emplace());
  }
  template <typename T>
  void Get(std::vector<T>* values) {
    for (std::uint64_t n = in_.Varint(); n > 0 && in_.ok() && !too_deep_; --n) Get(&values->emplace_back());
  }
  template <typename T>
  void Get(T* value) {
    if constexpr (std::is_enum_v<T>) {
      *value = GetEnum(LastOf(T{}), &in_);
    } else {
      Visit(*this, *value);
    }
  }

  ByteReader in_;
  int depth_ = 0;
  bool too_deep_ = false;
};

template <typename T>
std::string Encode(const std::vector<T>& list) {
  Writer out;
  out(list);
  return out.Take();
}

template <typename T>
absl::StatusOr<std::vector<T>> Decode(std::string_view bytes, std::string_view part) {
  Reader in(bytes);
  std::vector<T> out;
  in(out);
  SIGNPOST_RETURN_IF_ERROR(in.Done(part));
  return out;
}

}  // namespace

std::string EncodeRules(const std::vector<Rule>& rules) { return Encode(rules); }
absl::StatusOr<std::vector<Rule>> DecodeRules(std::string_view bytes) { return Decode<Rule>(bytes, "rules"); }

std::string EncodeMoved(const std::vector<MovedAddress>& moved) { return Encode(moved); }
absl::StatusOr<std::vector<MovedAddress>> DecodeMoved(std::string_view bytes) {
  return Decode<MovedAddress>(bytes, "moved addresses");
}

}  // namespace signpost::index
