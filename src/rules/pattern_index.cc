// SPDX-License-Identifier: Apache-2.0
#include "rules/pattern_index.h"

#include <algorithm>
#include <utility>

#include <absl/container/flat_hash_set.h>

#include "base/limits.h"

namespace signpost::rules {
namespace {

// Names a shape: equal for equal ones alone.
std::string KeyOf(const PatternShape& shape) {
  std::string key;
  auto add = [&](std::uint32_t number) { key.append(reinterpret_cast<const char*>(&number), sizeof number); };
  const PatternAlternatives& allowed = shape.alternatives;
  add(static_cast<std::uint32_t>(shape.anchoring));
  add((allowed.typos ? 1u : 0u) | (allowed.forms ? 2u : 0u) | (allowed.synonyms ? 4u : 0u));
  for (const PatternElement& element : shape.elements) {
    add(element.term);
    add(element.capture);
  }
  return key;
}

// Literals side by side in a pattern.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t frequency = UINT32_MAX;  // of its rarest word
};

Run RarestRun(const PatternShape& shape, const std::vector<std::uint32_t>& frequencies) {
  Run best;
  const std::vector<PatternElement>& elements = shape.elements;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].is_capture()) continue;
    Run run{.begin = i, .end = i};
    while (run.end < elements.size() && !elements[run.end].is_capture()) {
      run.frequency = std::min(run.frequency, frequencies[elements[run.end++].term]);
    }
    const bool longer = run.frequency == best.frequency && run.end - run.begin > best.end - best.begin;
    if (run.frequency < best.frequency || longer) best = run;
    i = run.end;
  }
  return best;
}

}  // namespace

// What one query has come to so far.
struct PatternIndex::Search {
  RuleQuery* query;
  std::vector<Matched> matched;
  absl::flat_hash_set<ShapeId> seen;
};

PatternIndex::ShapeId PatternIndex::Add(PatternShape shape) {
  if (shape.bare()) shape.alternatives = {};  // without words there is nothing to be misspelled
  auto [it, added] = by_key_.try_emplace(KeyOf(shape), static_cast<ShapeId>(shapes_.size()));
  if (added) shapes_.push_back(std::move(shape));
  return it->second;
}

absl::Status PatternIndex::Compile() {
  std::vector<std::uint32_t> frequencies(trie_.term_count());
  for (const PatternShape& shape : shapes_) {
    for (const PatternElement& element : shape.elements) {
      if (!element.is_capture()) ++frequencies[element.term];
    }
  }
  for (ShapeId id = 0; id < shapes_.size(); ++id) {
    has_capture_.push_back(shapes_[id].has_capture());
    Place(id, frequencies);
  }
  by_node_.resize(trie_.node_count());
  return classes_.Compile();
}

void PatternIndex::Place(ShapeId id, const std::vector<std::uint32_t>& frequencies) {
  const PatternShape& shape = shapes_[id];
  if (shape.anchoring == Anchoring::kAny) {
    always_.push_back(id);
    return;
  }
  if (shape.alternatives.any()) {
    TermTrie::TermNumber rarest = TermTrie::kNone;
    for (const PatternElement& element : shape.elements) {
      if (element.is_capture()) continue;
      if (rarest == TermTrie::kNone || frequencies[element.term] < frequencies[rarest]) rarest = element.term;
      const std::string_view text = trie_.TermText(element.term);
      if (shape.alternatives.typos) alternatives_.AddTypos(element.term, text);
      if (shape.alternatives.forms) alternatives_.AddForms(element.term, text);
      if (shape.alternatives.synonyms) alternatives_.AddSynonyms();
    }
    by_word_[rarest].push_back(id);
    if (!has_capture_[id]) PlaceAtNode(id, frequencies);  // for long queries
    return;
  }
  for (const PatternElement& element : shape.elements) {
    if (!element.is_capture() || classes_.at(element.capture).kind != CaptureClass::Kind::kExpression) continue;
    by_expression_[element.capture].push_back(id);
    return;
  }
  if (shape.elements.empty() || !shape.bare()) {
    PlaceAtNode(id, frequencies);
    return;
  }
  const auto chosen = std::find_if(shape.elements.begin(), shape.elements.end(), [&](const PatternElement& element) {
    return classes_.at(element.capture).kind != CaptureClass::Kind::kAny;
  });
  if (chosen == shape.elements.end()) {
    always_.push_back(id);
    return;
  }
  const ClassId accepts = chosen->capture;
  auto place =
      std::find_if(by_class_.begin(), by_class_.end(), [&](const auto& entry) { return entry.first == accepts; });
  if (place == by_class_.end()) place = by_class_.insert(place, {accepts, {}});
  place->second.push_back(id);
}

void PatternIndex::PlaceAtNode(ShapeId id, const std::vector<std::uint32_t>& frequencies) {
  const PatternShape& shape = shapes_[id];
  const Run run = RarestRun(shape, frequencies);
  TermTrie::Node node = TermTrie::kRoot;
  for (std::size_t i = run.begin; i < run.end; ++i) node = trie_.AddChild(node, shape.elements[i].term);
  if (by_node_.size() <= node) by_node_.resize(trie_.node_count());
  by_node_[node].push_back(id);
}

RuleQuery PatternIndex::Read(std::string_view text, const text::Analyzer& analyzer, const IndexWords* index) const {
  RuleQuery query(text, analyzer, trie_, classes_, index);
  if (query.is_short() && !alternatives_.empty()) alternatives_.Expand(text, index, analyzer, trie_, &query);
  return query;
}

std::vector<PatternIndex::Matched> PatternIndex::Find(RuleQuery* query) const {
  Search search{query, {}, {}};
  VisitWords(&search);
  if (query->is_short()) {
    VisitAlternatives(&search);
    VisitCaptures(&search);
  }
  for (ShapeId id : always_) {
    if (auto captured = Match(shapes_[id], classes_, query)) search.matched.push_back({id, std::move(*captured)});
  }
  return std::move(search.matched);
}

void PatternIndex::VisitWords(Search* search) const {
  const RuleQuery& query = *search->query;
  std::size_t start = 0;
  do {
    TermTrie::Node node = TermTrie::kRoot;
    for (std::size_t end = start; node != TermTrie::kNone; ++end) {
      VisitNode(node, start, end, search);
      if (end == query.size()) break;
      node = trie_.FindChild(node, query.term(end));
    }
  } while (++start < query.size());
}

void PatternIndex::VisitNode(TermTrie::Node node, std::size_t start, std::size_t end, Search* search) const {
  for (ShapeId id : by_node_[node]) {
    if (has_capture_[id]) {
      if (!search->query->is_short() || !search->seen.insert(id).second) continue;
      if (auto captured = Match(shapes_[id], classes_, search->query)) {
        search->matched.push_back({id, std::move(*captured)});
      }
      continue;
    }
    const Anchoring anchoring = shapes_[id].anchoring;
    const bool starts = start == 0 || anchoring == Anchoring::kContains || anchoring == Anchoring::kEndsWith;
    const bool ends =
        end == search->query->size() || anchoring == Anchoring::kContains || anchoring == Anchoring::kStartsWith;
    if (starts && ends && search->seen.insert(id).second) search->matched.push_back({id, {}});
  }
}

void PatternIndex::VisitAlternatives(Search* search) const {
  if (by_word_.empty()) return;
  auto visit = [&](TermTrie::TermNumber term) {
    const auto found = by_word_.find(term);
    if (found == by_word_.end()) return;
    for (ShapeId id : found->second) {
      if (!search->seen.insert(id).second) continue;
      if (auto captured = Match(shapes_[id], classes_, search->query)) {
        search->matched.push_back({id, std::move(*captured)});
      }
    }
  };
  for (std::size_t unit = 0; unit < search->query->size(); ++unit) {
    visit(search->query->term(unit));
    for (const AlternativeTerm& other : search->query->alternatives(unit)) visit(other.term);
    for (const AlternativeRun& run : search->query->runs(unit)) {
      for (TermTrie::TermNumber term : run.terms) visit(term);
    }
  }
}

void PatternIndex::VisitCaptures(Search* search) const {
  auto visit = [&](const std::vector<ShapeId>& shapes) {
    for (ShapeId id : shapes) {
      if (!search->seen.insert(id).second) continue;
      if (auto captured = Match(shapes_[id], classes_, search->query)) {
        search->matched.push_back({id, std::move(*captured)});
      }
    }
  };
  for (const auto& [accepts, shapes] : by_class_) {
    if (search->query->AcceptsAnywhere(accepts)) visit(shapes);
  }
  if (by_expression_.empty()) return;
  for (ClassId accepts : search->query->Expressions()) {
    if (const auto found = by_expression_.find(accepts); found != by_expression_.end()) visit(found->second);
  }
}

}  // namespace signpost::rules
