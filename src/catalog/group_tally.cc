// SPDX-License-Identifier: Apache-2.0
#include "catalog/group_tally.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include "base/strings.h"
#include "catalog/groups.h"
#include "segment/column_values.h"

namespace signpost::catalog {
namespace {

struct GroupedHit {
  std::uint32_t group;
  const segment::Column* column;
  DocId doc;
};

// The hits that have a column, by group.
std::vector<GroupedHit> ByGroup(const index::Corpora& corpora, const Documents& hits,
                                const std::string& group_attribute, const std::string& counted_attribute) {
  const Groups groups(corpora, hits, group_attribute);
  std::vector<GroupedHit> out;
  for (std::uint32_t c = 0; c < hits.size(); ++c) {
    for (std::uint32_t s = 0; s < hits[c].size(); ++s) {
      const segment::Column* column = corpora.list[c].segments()[s].segment().columns().Find(counted_attribute);
      for (DocId doc : hits[c][s]) {
        if (column != nullptr) out.push_back({groups.GroupOf(c, s, doc), column, doc});
      }
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const GroupedHit& a, const GroupedHit& b) { return a.group < b.group; });
  return out;
}

}  // namespace

std::optional<FacetStats> CountInGroups(const index::Corpora& corpora, const Documents& hits,
                                        const std::string& group_attribute, const std::string& counted_attribute,
                                        std::vector<facet::CountedValue>* values) {
  StringMap<std::uint64_t> counts;
  std::map<double, std::uint64_t> numbers;
  const std::vector<GroupedHit> grouped = ByGroup(corpora, hits, group_attribute, counted_attribute);
  for (auto begin = grouped.begin(); begin != grouped.end();) {
    std::set<std::string> texts;
    std::set<double> of_group;
    auto hit = begin;
    for (; hit != grouped.end() && hit->group == begin->group; ++hit) {
      segment::ColumnValues of_hit = hit->column->Values(hit->doc);
      texts.insert(of_hit.texts.begin(), of_hit.texts.end());
      for (const segment::ColumnNumber& number : of_hit.numbers) {
        if (number.is_date) continue;
        of_group.insert(number.value);
        texts.insert(segment::NumberText(number.value));
      }
    }
    begin = hit;
    for (const std::string& text : texts) ++counts[text];
    for (const double number : of_group) ++numbers[number];
  }
  for (facet::CountedValue& value : *values) value.count = counts[value.Text()];
  if (numbers.empty()) return std::nullopt;
  FacetStats stats{.min = numbers.begin()->first, .max = numbers.rbegin()->first};
  std::uint64_t count = 0;
  for (const auto& [number, times] : numbers) {
    stats.sum += number * static_cast<double>(times);
    count += times;
  }
  stats.avg = stats.sum / static_cast<double>(count);
  return stats;
}

}  // namespace signpost::catalog
