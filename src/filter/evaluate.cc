// SPDX-License-Identifier: Apache-2.0
#include "filter/evaluate.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/status.h"
#include "filter/term.h"
#include "segment/column_values.h"

namespace signpost::filter {
namespace {

using segment::DocSet;

// So many documents are looked at one by one in the time in which all of a segment are scanned for numbers.
constexpr std::uint32_t kDocsPerProbe = 16;

class Check {
 public:
  Check(std::string_view parameter, const Settings& settings)
      : parameter_(parameter), columns_(segment::ColumnsOf(settings)) {}

  absl::Status Run(const Filter& filter, int depth) {
    if (++terms_ > limits::kMaxFilterTerms) return Fail("more than ", limits::kMaxFilterTerms, " filters");
    // A list of lists adds two to what parentheses may nest.
    if (depth > limits::kMaxFilterDepth + 4) return Fail("nested more than ", limits::kMaxFilterDepth, " deep");
    switch (filter.kind) {
      case Filter::Kind::kNot:
        if (filter.parts.size() != 1) return Fail("kNot has ", filter.parts.size(), " parts, expected 1");
        [[fallthrough]];
      case Filter::Kind::kAll:
      case Filter::Kind::kAny:
        for (const Filter& part : filter.parts) SIGNPOST_RETURN_IF_ERROR(Run(part, depth + 1));
        return absl::OkStatus();
      case Filter::Kind::kValue:
        return Attribute(filter.attribute, true);
      case Filter::Kind::kNumbers:
        if (std::isnan(filter.low) || std::isnan(filter.high)) {
          return Fail("a bound of ", Quoted(filter.attribute), " is no number");
        }
        return Attribute(filter.attribute, false);
    }
    return Fail("a filter is of no kind");
  }

 private:
  template <typename... Parts>
  absl::Status Fail(const Parts&... parts) const {
    return InvalidArgument("searching: ", parameter_, ": ", parts...);
  }

  absl::Status Attribute(const std::string& name, bool by_value) const {
    if (by_value && (name == kObjectIdAttribute || name == kLangAttribute)) return absl::OkStatus();
    const bool known = std::any_of(columns_.begin(), columns_.end(), [&](const auto& c) { return c.name == name; });
    if (known) return absl::OkStatus();
    return Fail(Quoted(name), " is not among attributesForFaceting", by_value ? "" : ", numericAttributesForFiltering",
                " of the settings");
  }

  std::string_view parameter_;
  std::vector<segment::ColumnSpec> columns_;
  std::size_t terms_ = 0;
};

// A filter in one segment, with how many documents it lets through, about.
struct Node {
  Node(const Filter& filter, const segment::Segment& segment) : kind(filter.kind), doc_count(segment.doc_count()) {
    if (kind == Filter::Kind::kValue || kind == Filter::Kind::kNumbers) {
      term.emplace(filter, segment);
      estimate = term->Estimate();
      return;
    }
    for (const Filter& part : filter.parts) parts.emplace_back(part, segment);
    SetEstimate();
    if (kind == Filter::Kind::kAll) {
      std::stable_sort(parts.begin(), parts.end(),
                       [](const Node& a, const Node& b) { return a.estimate < b.estimate; });
    }
  }

  DocSet Documents() const {
    switch (kind) {
      case Filter::Kind::kAll:
        return AllDocuments();
      case Filter::Kind::kAny: {
        DocSet out;
        for (const Node& part : parts) out.Or(part.Documents());
        return out;
      }
      case Filter::Kind::kNot: {
        DocSet out = DocSet::All(doc_count);
        out.AndNot(parts.front().Documents());
        return out;
      }
      default:
        return term->Documents();
    }
  }

  bool Has(DocId doc) const {
    auto has = [doc](const Node& part) { return part.Has(doc); };
    switch (kind) {
      case Filter::Kind::kAll:
        return std::all_of(parts.begin(), parts.end(), has);
      case Filter::Kind::kAny:
        return std::any_of(parts.begin(), parts.end(), has);
      case Filter::Kind::kNot:
        return !parts.front().Has(doc);
      default:
        return term->Has(doc);
    }
  }

  // True when finding all its documents looks at every document of the segment.
  bool IsScan() const {
    if (term) return term->IsScan();
    return std::any_of(parts.begin(), parts.end(), [](const Node& part) { return part.IsScan(); });
  }

  DocSet AllDocuments() const {
    if (parts.empty()) return DocSet::All(doc_count);
    DocSet out = parts.front().Documents();
    for (auto part = parts.begin() + 1; part != parts.end() && !out.empty(); ++part) {
      if (part->IsScan() && out.count() < doc_count / kDocsPerProbe) {
        std::vector<DocId> docs = out.ToVector();
        std::erase_if(docs, [&](DocId doc) { return !part->Has(doc); });
        out = DocSet::Of(docs);
      } else if (part->kind == Filter::Kind::kNot) {
        out.AndNot(part->parts.front().Documents());
      } else {
        out.And(part->Documents());
      }
    }
    return out;
  }

  void SetEstimate() {
    std::uint64_t sum = 0;
    std::uint32_t least = doc_count;
    for (const Node& part : parts) {
      sum += part.estimate;
      least = std::min(least, part.estimate);
    }
    switch (kind) {
      case Filter::Kind::kAll:
        estimate = least;
        return;
      case Filter::Kind::kAny:
        estimate = static_cast<std::uint32_t>(std::min<std::uint64_t>(sum, doc_count));
        return;
      default:  // what is left when all that it may exclude is not there
        estimate = doc_count;
    }
  }

  Filter::Kind kind;
  std::uint32_t doc_count;
  std::uint32_t estimate = 0;
  std::vector<Node> parts;
  std::optional<Term> term;
};

}  // namespace

absl::Status CheckFilter(std::string_view parameter, const Filter& filter, const Settings& settings) {
  if (filter.empty()) return absl::OkStatus();
  return Check(parameter, settings).Run(filter, 0);
}

DocSet Evaluate(const Filter& filter, const segment::LiveSegment& live) {
  DocSet out = Node(filter, live.segment()).Documents();
  if (live.removed() != nullptr) out.AndNot(live.removed()->set);
  return out;
}

}  // namespace signpost::filter
