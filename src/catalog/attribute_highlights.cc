// SPDX-License-Identifier: Apache-2.0
#include "catalog/attribute_highlights.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "segment/field_texts.h"

namespace signpost::catalog {
namespace {

constexpr std::array<std::string_view, 4> kOwnFields = {"title", "headings", "body", "keywords"};

bool IsOwnField(std::string_view name) {
  return std::find(kOwnFields.begin(), kOwnFields.end(), name) != kOwnFields.end();
}

Value Number(std::size_t number) { return static_cast<std::int64_t>(number); }

// Goes over one attribute as it nests, and shows each text in the nearest field that covers it.
class Walker {
 public:
  using Field = highlight::Highlighter::Field;

  Walker(highlight::Highlighter* highlighter, const std::vector<std::string>& fields,
         const AttributeSelection& selection, const SnippetSelection* snippets, bool restrict_arrays,
         std::map<std::string_view, std::size_t>* next, HighlightedAttribute* out)
      : highlighter_(*highlighter),
        fields_(fields),
        selection_(selection),
        snippets_(snippets),
        restrict_arrays_(restrict_arrays),
        next_(*next),
        out_(*out) {}

  // The shape of what is shown of a value; nothing when nothing of it is.
  std::optional<Value> Walk(const std::string& path, const Value& value, bool in_list) {
    if (const Value::Array* array = value.array()) {
      Value::Array shape;
      for (const Value& element : *array) {
        if (std::optional<Value> part = Walk(path, element, true)) shape.push_back(*std::move(part));
      }
      return shape.empty() ? std::nullopt : std::optional<Value>(std::move(shape));
    }
    if (const Value::Object* object = value.object()) {
      Value::Object shape;
      for (const Attribute& member : *object) {
        std::optional<Value> part = Walk(StrCat(path, ".", member.name), member.value, in_list);
        if (part) shape.push_back({member.name, *std::move(part)});
      }
      return shape.empty() ? std::nullopt : std::optional<Value>(std::move(shape));
    }
    return Show(path, value, in_list);
  }

 private:
  std::optional<Value> Show(const std::string& path, const Value& value, bool in_list) {
    if (!segment::IsText(value)) return std::nullopt;
    std::string_view nearest;
    std::size_t number = 0;
    for (const std::string& field : fields_) {
      if (IsOwnField(field) || !segment::CoversPath(field, path)) continue;
      const std::size_t of_field = next_[field]++;
      if (field.size() < nearest.size()) continue;
      nearest = field;
      number = of_field;
    }
    if (nearest.empty() || !selection_.Has(path)) return std::nullopt;
    const Field field = highlighter_.Open(nearest);
    segment::FieldTexts own = segment::TextsOf({}, "x", {{"x", value}});
    const std::string_view text = own.values.front();
    HighlightedText shown = snippets_ == nullptr
                                ? highlighter_.Whole(field, number, text)
                                : highlighter_.SnippetOf(field, number, text, snippets_->LengthOf(path));
    if (restrict_arrays_ && in_list && shown.match_level == MatchLevel::kNone) return std::nullopt;
    out_.values.push_back(std::move(shown));
    return Number(out_.values.size() - 1);
  }

  highlight::Highlighter& highlighter_;
  const std::vector<std::string>& fields_;
  const AttributeSelection& selection_;
  const SnippetSelection* const snippets_;
  const bool restrict_arrays_;
  std::map<std::string_view, std::size_t>& next_;  // by field: the number of its next text
  HighlightedAttribute& out_;
};

}  // namespace

absl::StatusOr<SnippetSelection> SnippetSelection::Create(const SearchRequest& request, const Settings& settings) {
  const bool by_characters = request.highlight.snippet_characters > 0;
  const int most = by_characters ? limits::kMaxSnippetCharacters : limits::kMaxSnippetWords;
  std::vector<std::string> names;
  std::vector<Entry> entries;
  for (const std::string& wanted : request.attributes_to_snippet) {
    const std::size_t colon = wanted.rfind(':');
    names.push_back(wanted.substr(0, colon));
    if (colon == std::string::npos) continue;
    int length = 0;
    const char* const end = wanted.data() + wanted.size();
    const auto read = std::from_chars(wanted.data() + colon + 1, end, length);
    if (read.ec != std::errc() || read.ptr != end || length < 1 || length > most) {
      return InvalidArgument("searching: attributesToSnippet has ", Quoted(wanted),
                             ", expected a name, perhaps with :1 to :", most);
    }
    entries.push_back({names.back(), highlight::SnippetLength::Of(length, by_characters ? length : 0)});
  }
  return SnippetSelection(
      names, settings, std::move(entries),
      highlight::SnippetLength::Of(request.highlight.snippet_words, request.highlight.snippet_characters));
}

highlight::SnippetLength SnippetSelection::LengthOf(std::string_view name) const {
  const Entry* nearest = nullptr;
  for (const Entry& entry : entries_) {
    const bool fits = entry.name == "*" || segment::CoversPath(entry.name, name);
    if (fits && (nearest == nullptr || nearest->name == "*" || entry.name.size() > nearest->name.size())) {
      nearest = &entry;
    }
  }
  return nearest == nullptr ? usual_ : nearest->length;
}

const std::vector<Attribute>& AttributeHighlights::Attributes() {
  if (!attributes_read_) attributes_ = segment::ReadAttributes(stored_.attributes);
  attributes_read_ = true;
  return attributes_;
}

HighlightedAttribute AttributeHighlights::List(std::string_view field, const std::vector<std::string_view>& texts,
                                               const SnippetSelection* snippets) {
  HighlightedAttribute out{.name = std::string(field)};
  const highlight::Highlighter::Field opened = highlighter_.Open(field);
  Value::Array shape;
  for (std::size_t v = 0; v < texts.size(); ++v) {
    if (field == "headings" && texts[v].empty()) continue;
    HighlightedText shown = snippets == nullptr
                                ? highlighter_.Whole(opened, v, texts[v])
                                : highlighter_.SnippetOf(opened, v, texts[v], snippets->LengthOf(field));
    if (restrict_arrays_ && field != "title" && shown.match_level == MatchLevel::kNone) continue;
    out.values.push_back(std::move(shown));
    shape.push_back(Number(out.values.size() - 1));
  }
  out.shape = field == "title" ? Number(0) : Value(std::move(shape));
  return out;
}

// Adds the attributes that have texts of a field, each once.
void AttributeHighlights::AddOthers(std::string_view field, const AttributeSelection& selection,
                                    const SnippetSelection* snippets, std::vector<HighlightedAttribute>* out) {
  auto is_shown = [&](const Attribute& attribute) {
    return std::any_of(out->begin(), out->end(), [&](const auto& shown) { return shown.name == attribute.name; });
  };
  // Texts are numbered through all attributes of a field, so all are walked for the sake of the one.
  std::map<std::string_view, std::size_t> next;
  for (const Attribute& attribute : Attributes()) {
    const bool related = segment::CoversPath(field, attribute.name) || segment::CoversPath(attribute.name, field);
    HighlightedAttribute shown{.name = attribute.name};
    Walker walker(&highlighter_, fields_, selection, snippets, restrict_arrays_, &next, &shown);
    if (!related) continue;
    std::optional<Value> shape = walker.Walk(attribute.name, attribute.value, false);
    if (!shape || is_shown(attribute)) continue;
    shown.shape = *std::move(shape);
    out->push_back(std::move(shown));
  }
}

std::vector<HighlightedAttribute> AttributeHighlights::Highlights(const AttributeSelection& selection) {
  std::vector<HighlightedAttribute> out;
  for (const std::string& field : fields_) {
    if (field == "title" || field == "headings" || !selection.Has(field)) continue;
    if (field == "body") {
      out.push_back({.name = field, .values = {highlighter_.Body()}, .shape = 0});
    } else if (field == "keywords") {
      HighlightedAttribute keywords = List(field, stored_.keywords, nullptr);
      if (!keywords.values.empty()) out.push_back(std::move(keywords));
    } else {
      AddOthers(field, selection, nullptr, &out);
    }
  }
  return out;
}

std::vector<HighlightedAttribute> AttributeHighlights::Snippets(const SnippetSelection& snippets) {
  std::vector<HighlightedAttribute> out;
  for (const std::string& field : fields_) {
    if (field == "body" || !snippets.Has(field)) continue;
    if (!IsOwnField(field)) {
      AddOthers(field, snippets.selection(), &snippets, &out);
      continue;
    }
    HighlightedAttribute list = List(field, segment::TextsOf(stored_, field, {}).values, &snippets);
    if (!list.values.empty()) out.push_back(std::move(list));
  }
  return out;
}

}  // namespace signpost::catalog
