// SPDX-License-Identifier: Apache-2.0
// column_values.h — which attributes of the settings have columns, and what one document has in one.
//
// Kinds:    a string or a boolean ("true", "false") is a text; an integer or a number is a number; a string that is a date
//           (iso_date.h) is both, the number being seconds since 1970. Arrays give all their elements. null, objects, and
//           numbers that are not finite give nothing: a document without values is told apart from one with an empty text.
// Threads:  functions of their arguments.
#ifndef SIGNPOST_SEGMENT_COLUMN_VALUES_H_
#define SIGNPOST_SEGMENT_COLUMN_VALUES_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <signpost/document.h>
#include <signpost/settings.h>
#include <signpost/value.h>

namespace signpost::segment {

// Records may be tagged without a word in the settings: tagFilters.
inline constexpr std::string_view kTagsAttribute = "_tags";
// Between the levels of a hierarchy in one string.
inline constexpr std::string_view kLevelSeparator = " > ";

struct ColumnSpec {
  std::string name;
  bool texts = false;  // false: only its numbers are wanted

  bool operator==(const ColumnSpec&) const = default;
};

// Returns the columns that the settings ask for, by name: those for faceting and grouping and kTagsAttribute with texts; those for
// numeric filtering, sorting, custom ranking and staleness.
std::vector<ColumnSpec> ColumnsOf(const Settings& settings);

// A number and whether it was written as a date in a text, which is then among the texts.
struct ColumnNumber {
  double value = 0;
  bool is_date = false;

  auto operator<=>(const ColumnNumber&) const = default;
};

// Both without duplicates, numbers ascending, texts in byte order.
struct ColumnValues {
  std::vector<std::string> texts;
  std::vector<ColumnNumber> numbers;

  bool empty() const { return texts.empty() && numbers.empty(); }
  bool operator==(const ColumnValues&) const = default;
};

// Returns what a document of a segment in `lang` has in a column.
ColumnValues ValuesOf(const Document& document, const ColumnSpec& spec, std::string_view lang);

// The number of a single value: an integer, a number or a date in a string.
std::optional<double> NumberOf(const Value& value);

// Returns how a number reads as the value of a facet: shortest text that reads back as it, integers without a point.
std::string NumberText(double value);

}  // namespace signpost::segment

#endif  // SIGNPOST_SEGMENT_COLUMN_VALUES_H_
