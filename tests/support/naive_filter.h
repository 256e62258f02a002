// SPDX-License-Identifier: Apache-2.0
// naive_filter.h — filters and counts by reading every document: the oracle for filters and facets. Attributes stand at the top
// of the document, and hold ASCII, numbers, booleans, or arrays of these.
#ifndef SIGNPOST_TESTS_SUPPORT_NAIVE_FILTER_H_
#define SIGNPOST_TESTS_SUPPORT_NAIVE_FILTER_H_

#include <signpost/document.h>
#include <signpost/filter.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace naive {

inline std::vector<signpost::Value> Values(const signpost::Document& document, const std::string& attribute) {
  std::vector<signpost::Value> out;
  for (const signpost::Attribute& a : document.attributes) {
    if (a.name != attribute || a.value.is_null()) continue;
    if (const auto* array = a.value.array()) {
      out.insert(out.end(), array->begin(), array->end());
    } else {
      out.push_back(a.value);
    }
  }
  return out;
}

inline bool IsNumber(const signpost::Value& value, double* number) {
  if (value.integer() != nullptr) *number = static_cast<double>(*value.integer());
  if (value.number() != nullptr) *number = *value.number();
  return value.integer() != nullptr || value.number() != nullptr;
}

// As a facet shows it.
inline std::string Text(const signpost::Value& value) {
  double number = 0;
  if (value.boolean() != nullptr) return *value.boolean() ? "true" : "false";
  if (!IsNumber(value, &number)) return *value.string();
  std::string out = std::to_string(number);
  while (out.find('.') != std::string::npos && (out.back() == '0' || out.back() == '.')) {
    const bool point = out.back() == '.';
    out.pop_back();
    if (point) break;
  }
  return out;
}

inline std::string Lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

inline bool Admits(const signpost::Filter& filter, const signpost::Document& document) {
  using Kind = signpost::Filter::Kind;
  auto admits = [&](const signpost::Filter& part) { return Admits(part, document); };
  switch (filter.kind) {
    case Kind::kAll:
      return std::all_of(filter.parts.begin(), filter.parts.end(), admits);
    case Kind::kAny:
      return std::any_of(filter.parts.begin(), filter.parts.end(), admits);
    case Kind::kNot:
      return !admits(filter.parts.front());
    case Kind::kValue:
      if (filter.attribute == "objectID") return document.object_id == filter.value;
      break;
    case Kind::kNumbers:
      break;
  }
  for (const signpost::Value& value : Values(document, filter.attribute)) {
    double number = 0;
    const bool is_number = IsNumber(value, &number);
    if (filter.kind == Kind::kNumbers) {
      if (is_number && number >= filter.low && number <= filter.high) return true;
    } else if (is_number) {
      char* end = nullptr;
      const double wanted = std::strtod(filter.value.c_str(), &end);
      if (!filter.value.empty() && *end == '\0' && wanted == number) return true;
    } else if (Lower(Text(value)) == Lower(filter.value)) {
      return true;
    }
  }
  return false;
}

// --- what to filter, and by what ---

inline const std::vector<std::string>& Brands() {
  static const std::vector<std::string> brands = {"Acme",  "ACME",   "acme", "Fernway", "Tesla", "tesla",
                                                  "B & C", "O'Hara", "7",    "-x",      ""};
  return brands;
}

// Sets brand, price, tags, on, stock, or leaves them out.
inline void AddAttributes(std::mt19937_64* random, signpost::Document* document) {
  auto below = [&](std::uint64_t bound) { return (*random)() % bound; };
  auto& attributes = document->attributes;
  if (below(6) != 0) attributes.push_back({"brand", Brands()[below(Brands().size())]});
  if (below(6) != 0) attributes.push_back({"price", static_cast<double>(below(200)) / 4 - 5});
  if (below(6) != 0) attributes.push_back({"stock", static_cast<std::int64_t>(below(9))});
  if (below(3) != 0) attributes.push_back({"on", below(2) == 0});
  signpost::Value::Array tags;
  for (std::uint64_t n = below(4); n > 0; --n) tags.emplace_back("t" + std::to_string(below(12)));
  if (below(5) == 0) tags.emplace_back(static_cast<std::int64_t>(below(4)));
  if (below(9) != 0) attributes.push_back({"tags", std::move(tags)});
}

inline signpost::Filter RandomFilter(std::mt19937_64* random, int depth) {
  using signpost::Filter;
  auto below = [&](std::uint64_t bound) { return (*random)() % bound; };
  if (depth > 0 && below(5) < 3) {
    if (below(4) == 0) return Filter::Not(RandomFilter(random, depth - 1));
    std::vector<Filter> parts;
    for (std::uint64_t n = 2 + below(3); n > 0; --n) parts.push_back(RandomFilter(random, depth - 1));
    return below(2) == 0 ? Filter::All(std::move(parts)) : Filter::Any(std::move(parts));
  }
  switch (below(7)) {
    case 0:
      return Filter::Is("brand", Brands()[below(Brands().size())]);
    case 1:
      return Filter::Is("tags", "T" + std::to_string(below(14)));
    case 2:
      return Filter::Is("tags", std::to_string(below(5)));
    case 3:
      return Filter::Is("on", below(2) == 0 ? "true" : "False");
    case 4: {
      const double low = static_cast<double>(below(60)) - 10;
      return Filter::Between("price", low, low + static_cast<double>(below(20)));
    }
    case 5:
      return Filter::Between("stock", static_cast<double>(below(9)), std::numeric_limits<double>::infinity());
    default:
      return Filter::Is("stock", std::to_string(below(10)));
  }
}

}  // namespace naive

#endif  // SIGNPOST_TESTS_SUPPORT_NAIVE_FILTER_H_
