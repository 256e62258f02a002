// SPDX-License-Identifier: Apache-2.0
#include "ingest/front_matter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "ingest/ingest_limits.h"
#include "ingest/lines.h"

namespace signpost::ingest {

namespace {

constexpr int kFirstLine = 2;  // of the YAML, behind the opening `---`

// Returns the line at the beginning of `*rest`, without its end, and moves `*rest` behind it.
std::string_view TakeLine(std::string_view* rest) {
  std::size_t end = std::min(rest->find('\n'), rest->size());
  std::string_view line = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

template <typename... Parts>
absl::Status Error(const YAML::Mark& mark, const Parts&... parts) {
  return InvalidArgument(kFirstLine + std::max(mark.line, 0), ": ", parts...);
}

// Turns YAML into values, and counts them, because aliases can make a short text a huge tree.
class Converter {
 public:
  absl::StatusOr<Value> Convert(const YAML::Node& node, int depth = 0);

 private:
  absl::StatusOr<Value> ConvertSequence(const YAML::Node& node, int depth);
  absl::StatusOr<Value> ConvertMap(const YAML::Node& node, int depth);

  std::size_t count_ = 0;
};

bool IsDigits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// An integer or fraction as JSON writes it, or null. 007 and 1_000 are words: they are codes more often than numbers.
Value NumberOrNull(std::string_view text) {
  std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  std::size_t whole_size = std::min(digits.find_first_of(".eE"), digits.size());
  std::string_view whole = digits.substr(0, whole_size);
  if (!IsDigits(whole) || (whole.size() > 1 && whole[0] == '0')) return {};
  const char* end = text.data() + text.size();
  if (whole_size == digits.size()) {
    std::int64_t i = 0;
    auto [parsed, error] = std::from_chars(text.data(), end, i);
    return error == std::errc() && parsed == end ? Value(i) : Value();
  }
  double d = 0;
  auto [parsed, error] = std::from_chars(text.data(), end, d);
  return error == std::errc() && parsed == end && text.back() != '.' && std::isfinite(d) ? Value(d) : Value();
}

Value ScalarValue(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  bool plain = node.Tag() == "?" || node.Tag().empty();  // not quoted, not tagged
  if (!plain) return text;
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  Value number = NumberOrNull(text);
  return number.is_null() ? Value(text) : number;
}

absl::StatusOr<Value> Converter::Convert(const YAML::Node& node, int depth) {
  if (++count_ > kMaxFrontMatterValues) {
    return Error(node.Mark(), "front matter has too many values, at most ", kMaxFrontMatterValues);
  }
  if (depth == limits::kMaxValueDepth && !node.IsScalar()) {
    return Error(node.Mark(), "front matter is nested too deep, at most ", limits::kMaxValueDepth);
  }
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      return ScalarValue(node);
    case YAML::NodeType::Sequence:
      return ConvertSequence(node, depth);
    case YAML::NodeType::Map:
      return ConvertMap(node, depth);
    default:
      return Value();
  }
}

absl::StatusOr<Value> Converter::ConvertSequence(const YAML::Node& node, int depth) {
  Value::Array array;
  for (const YAML::Node& element : node) {
    SIGNPOST_ASSIGN_OR_RETURN(Value value, Convert(element, depth + 1));
    array.push_back(std::move(value));
  }
  return Value(std::move(array));
}

absl::StatusOr<Value> Converter::ConvertMap(const YAML::Node& node, int depth) {
  Value::Object object;
  StringSet names;
  for (const auto& member : node) {
    if (!member.first.IsScalar()) return Error(member.first.Mark(), "a name in front matter is not a word");
    const std::string& name = member.first.Scalar();
    if (!names.insert(name).second) {
      return Error(member.first.Mark(), "front matter says it twice, ", Quoted(name));
    }
    SIGNPOST_ASSIGN_OR_RETURN(Value value, Convert(member.second, depth + 1));
    object.push_back({.name = name, .value = std::move(value)});
  }
  return Value(std::move(object));
}

// The members of the front matter; each is taken once, and what is left becomes attributes.
class Members {
 public:
  explicit Members(const YAML::Node& map) {
    for (const auto& member : map) entries_.push_back({member.first, member.second});
  }

  // Takes the first of `names` that is there and not null into `*out`.
  absl::Status TakeText(std::initializer_list<std::string_view> names, std::string* out) {
    const Entry* entry = Take(names);
    if (entry == nullptr) return absl::OkStatus();
    if (!entry->value.IsScalar()) return WrongKind(*entry, "must be text");
    *out = CollapseSpace(entry->value.Scalar());
    return absl::OkStatus();
  }
  absl::Status TakeWords(std::initializer_list<std::string_view> names, std::vector<std::string>* out) {
    const Entry* entry = Take(names);
    if (entry == nullptr) return absl::OkStatus();
    if (entry->value.IsScalar()) {
      *out = SplitAtCommas(entry->value.Scalar());
      return absl::OkStatus();
    }
    if (!entry->value.IsSequence()) return WrongKind(*entry, "must be a list of words");
    for (const YAML::Node& element : entry->value) {
      if (!element.IsScalar()) return WrongKind(*entry, "must be a list of words");
      out->push_back(CollapseSpace(element.Scalar()));
    }
    return absl::OkStatus();
  }
  absl::Status TakeRest(std::vector<Attribute>* out) {
    Converter converter;
    StringSet names;
    for (const Entry& entry : entries_) {
      if (!entry.name.IsScalar()) return Error(entry.name.Mark(), "a name in front matter is not a word");
      const std::string& name = entry.name.Scalar();
      if (!names.insert(name).second) return Error(entry.name.Mark(), "front matter says it twice, ", Quoted(name));
      if (entry.taken) continue;
      if (name == "body" || name == "_sections") {
        return Error(entry.name.Mark(), "front matter cannot hold the text of the document, ", Quoted(name));
      }
      SIGNPOST_ASSIGN_OR_RETURN(Value value, converter.Convert(entry.value));
      out->push_back({.name = name, .value = std::move(value)});
    }
    return absl::OkStatus();
  }

 private:
  struct Entry {
    YAML::Node name;
    YAML::Node value;
    bool taken = false;
  };

  const Entry* Take(std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) {
      for (Entry& entry : entries_) {
        if (!entry.name.IsScalar() || entry.name.Scalar() != name) continue;
        entry.taken = true;
        if (!entry.value.IsNull()) return &entry;
      }
    }
    return nullptr;
  }
  static absl::Status WrongKind(const Entry& entry, std::string_view what) {
    return Error(entry.name.Mark(), entry.name.Scalar(), " in front matter ", what, ", ",
                 entry.value.IsMap() ? "a map" : "a list");
  }

  std::vector<Entry> entries_;
};

absl::Status FillDocument(const YAML::Node& root, Document* document) {
  if (root.IsNull() || !root.IsDefined()) return absl::OkStatus();
  if (!root.IsMap()) return Error(root.Mark(), "front matter is not a list of `name: value`");
  Members members(root);
  SIGNPOST_RETURN_IF_ERROR(members.TakeText({"objectID", "id", "slug"}, &document->object_id));
  SIGNPOST_RETURN_IF_ERROR(members.TakeText({"title"}, &document->title));
  SIGNPOST_RETURN_IF_ERROR(members.TakeText({"lang", "locale", "language"}, &document->lang));
  SIGNPOST_RETURN_IF_ERROR(members.TakeText({"url"}, &document->url));
  SIGNPOST_RETURN_IF_ERROR(members.TakeWords({"keywords", "tags"}, &document->keywords));
  SIGNPOST_RETURN_IF_ERROR(members.TakeWords({"audiences", "_audiences"}, &document->audiences));
  return members.TakeRest(&document->attributes);
}

absl::Status ParseYaml(std::string_view yaml, Document* document) {
  try {
    return FillDocument(YAML::Load(std::string(yaml)), document);
  } catch (const YAML::DeepRecursion& e) {
    return Error(e.mark, "front matter is nested too deep");
  } catch (const YAML::Exception& e) {
    return Error(e.mark, "front matter is not YAML, ", e.msg);
  }
}

}  // namespace

absl::StatusOr<std::string_view> ReadFrontMatter(std::string_view text, Document* document) {
  std::string_view rest = text;
  if (TakeLine(&rest) != "---") return text;
  std::string_view yaml = rest;
  while (!rest.empty()) {
    std::size_t line_begin = yaml.size() - rest.size();
    std::string_view line = TakeLine(&rest);
    if (line != "---" && line != "...") continue;
    SIGNPOST_RETURN_IF_ERROR(ParseYaml(yaml.substr(0, line_begin), document));
    return rest;
  }
  return InvalidArgument("1: front matter does not end with a line of ---");
}

}  // namespace signpost::ingest
