// SPDX-License-Identifier: Apache-2.0
// index.cc — the public Index and IndexBuilder over index/ and the search pipeline.
#include <signpost/index.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "base/status.h"
#include "catalog/facet_search.h"
#include "catalog/index_access.h"
#include "catalog/lint.h"
#include "catalog/near_duplicates.h"
#include "catalog/related.h"
#include "catalog/search_pipeline.h"
#include "catalog/suggestions.h"
#include "catalog/ticket.h"
#include "index/change.h"
#include "index/document_load.h"
#include "index/partial_update.h"
#include "index/rules_load.h"
#include "index/snapshot.h"
#include "index/validate.h"
#include "index/view.h"
#include "segment/sections.h"

namespace signpost::inline v0 {

namespace {

void AddPart(std::string_view name, std::uint64_t mapped, std::uint64_t heap, MemoryStats* memory) {
  auto part = std::find_if(memory->parts.begin(), memory->parts.end(), [&](const auto& p) { return p.name == name; });
  if (part == memory->parts.end()) part = memory->parts.insert(part, {.name = std::string(name)});
  part->mapped += mapped;
  part->heap += heap;
  memory->mapped += mapped;
  memory->heap += heap;
}

MemoryStats MemoryOf(const index::View& view) {
  MemoryStats out;
  for (const segment::LiveSegment& live : view.segments) {
    for (std::uint32_t i = 0; i < segment::kSectionKinds; ++i) {
      const std::uint64_t bytes = live.segment().sections().bytes[i].size();
      const bool mapped = live.segment().place() == segment::BytesPlace::kMapped;
      const std::string_view part = segment::PartName(static_cast<segment::SectionKind>(i + 1));
      if (!part.empty()) AddPart(part, mapped ? bytes : 0, mapped ? 0 : bytes, &out);
    }
    if (live.removed() != nullptr) AddPart("removed documents", 0, live.removed()->heap_bytes(), &out);
  }
  return out;
}

}  // namespace

struct IndexBuilder::Impl {
  explicit Impl(Settings s) : settings(std::make_shared<Settings>(std::move(s))), load(*settings) {}

  std::shared_ptr<const Settings> settings;
  index::DocumentLoad load;
};

struct Index::Impl {
  explicit Impl(index::View v) : settings(v.settings), view(std::make_shared<index::View>(std::move(v))) {}

  // Publishes what `change` makes of the newest view. Changes come one at a time.
  template <typename Change>
  absl::Status Apply(Change change) {
    std::lock_guard lock(change_mutex);
    absl::StatusOr<index::View> changed = change(*view.Get());
    if (!changed.ok()) return changed.status();
    view.Publish(std::make_shared<index::View>(*std::move(changed)));
    return absl::OkStatus();
  }

  std::shared_ptr<const Settings> settings;  // the same in every view
  index::ViewHolder view;
  std::mutex change_mutex;
};

IndexBuilder::IndexBuilder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexBuilder::IndexBuilder(IndexBuilder&&) noexcept = default;
IndexBuilder& IndexBuilder::operator=(IndexBuilder&&) noexcept = default;
IndexBuilder::~IndexBuilder() = default;

absl::StatusOr<IndexBuilder> IndexBuilder::Create(Settings settings) {
  SIGNPOST_RETURN_IF_ERROR(index::ValidateSettings(settings));
  return IndexBuilder(std::make_unique<Impl>(std::move(settings)));
}

// By value, so that keeping the document instead of its bytes would not change the API.
// NOLINTNEXTLINE(performance-unnecessary-value-param)
absl::Status IndexBuilder::Add(Document document) { return impl_->load.Add(document); }

absl::StatusOr<Index> IndexBuilder::Build() && {
  SIGNPOST_ASSIGN_OR_RETURN(auto segments, std::move(impl_->load).Build());
  index::View view{.settings = impl_->settings,
                   .segments = {},
                   .synonyms = std::make_shared<rules::SynonymSet>(),
                   .rules = std::make_shared<rules::RuleSet>(),
                   .moved = std::make_shared<rules::MovedSet>()};
  for (auto& segment : segments) view.segments.emplace_back(std::move(segment));
  impl_.reset();
  return Index(std::make_unique<Index::Impl>(std::move(view)));
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

absl::StatusOr<Index> Index::Open(std::string_view path) {
  SIGNPOST_ASSIGN_OR_RETURN(index::View view, index::OpenView(path));
  return Index(std::make_unique<Impl>(std::move(view)));
}

absl::StatusOr<SearchResponse> Index::Search(const Audience& audience, const SearchRequest& request) const {
  return catalog::Search(*impl_->view.Get(), audience, request);
}

absl::StatusOr<FacetSearchResponse> Index::SearchFacetValues(const Audience& audience,
                                                             const FacetSearchRequest& request) const {
  return catalog::SearchFacetValues(*impl_->view.Get(), audience, request);
}

absl::StatusOr<RelatedResponse> Index::Related(const Audience& audience, const RelatedRequest& request) const {
  return catalog::Related(*impl_->view.Get(), audience, request);
}

absl::StatusOr<NearDuplicatesResponse> Index::NearDuplicates(const Audience& audience,
                                                             const NearDuplicatesRequest& request) const {
  return catalog::NearDuplicates(*impl_->view.Get(), audience, request);
}

absl::StatusOr<SuggestResponse> Index::Suggest(const Audience& audience, const SuggestRequest& request) const {
  return catalog::Suggest(*impl_->view.Get(), audience, request);
}

absl::StatusOr<TicketResponse> Index::SuggestForTicket(const Audience& audience, const TicketRequest& request) const {
  return catalog::SuggestForTicket(*impl_->view.Get(), audience, request);
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): as Add
absl::Status Index::Upsert(std::vector<Document> documents) {
  return impl_->Apply([&](const index::View& view) { return index::WithDocuments(view, documents); });
}

absl::StatusOr<std::size_t> Index::Remove(const std::vector<std::string>& object_ids) {
  std::size_t removed = 0;
  SIGNPOST_RETURN_IF_ERROR(
      impl_->Apply([&](const index::View& view) { return index::WithoutDocuments(view, object_ids, &removed); }));
  return removed;
}

absl::StatusOr<std::size_t> Index::Update(const std::vector<PartialUpdate>& updates) {
  std::size_t updated = 0;
  SIGNPOST_RETURN_IF_ERROR(
      impl_->Apply([&](const index::View& view) { return index::WithUpdates(view, updates, &updated); }));
  return updated;
}

absl::Status Index::SetSynonyms(std::vector<Synonym> synonyms) {
  SIGNPOST_ASSIGN_OR_RETURN(auto compiled, rules::SynonymSet::Compile(std::move(synonyms)));
  return impl_->Apply([&](index::View view) -> absl::StatusOr<index::View> {
    view.synonyms = std::make_shared<rules::SynonymSet>(std::move(compiled));
    view.PrepareSynonyms();
    return view;
  });
}

absl::Status Index::SetRules(std::vector<Rule> rules) {
  SIGNPOST_ASSIGN_OR_RETURN(auto loaded, index::LoadRules(std::move(rules), *impl_->settings));
  return impl_->Apply([&](index::View view) -> absl::StatusOr<index::View> {
    view.rules = std::move(loaded);
    return view;
  });
}

absl::StatusOr<std::vector<RefusedRule>> Index::SetValidRules(std::vector<Rule> rules) {
  std::vector<RefusedRule> refused;
  SIGNPOST_ASSIGN_OR_RETURN(auto loaded, index::LoadRules(std::move(rules), *impl_->settings, &refused));
  SIGNPOST_RETURN_IF_ERROR(impl_->Apply([&](index::View view) -> absl::StatusOr<index::View> {
    view.rules = std::move(loaded);
    return view;
  }));
  return refused;
}

absl::Status Index::SetMoved(std::vector<MovedAddress> moved) {
  SIGNPOST_ASSIGN_OR_RETURN(auto compiled, rules::MovedSet::Compile(std::move(moved)));
  return impl_->Apply([&](index::View view) -> absl::StatusOr<index::View> {
    view.moved = std::make_shared<rules::MovedSet>(std::move(compiled));
    return view;
  });
}

absl::Status Index::SetPopularQueries(std::vector<PopularQuery> queries) {
  SIGNPOST_ASSIGN_OR_RETURN(auto compiled,
                            index::PopularQueries::Compile(std::move(queries), impl_->settings->language));
  return impl_->Apply([&](index::View view) -> absl::StatusOr<index::View> {
    view.popular = std::make_shared<index::PopularQueries>(std::move(compiled));
    return view;
  });
}

std::vector<LintFinding> Index::Lint(const LintOptions& options) const {
  return catalog::Lint(*impl_->view.Get(), options);
}

absl::Status Index::Save(std::string_view path) const { return index::SaveView(*impl_->view.Get(), path); }

IndexStats Index::Stats() const {
  const std::shared_ptr<const index::View> view = impl_->view.Get();
  IndexStats stats;
  std::map<std::string, std::uint64_t> columns;
  stats.synonyms = view->synonyms->list().size();
  stats.rules = view->rules->list().size();
  stats.moved = view->moved->list().size();
  for (const segment::LiveSegment& live : view->segments) {
    const segment::Segment& segment = live.segment();
    SegmentStats of_segment{.lang = segment.meta().lang,
                            .audiences = segment.meta().audiences,
                            .documents = live.live_count(),
                            .removed = segment.doc_count() - live.live_count(),
                            .terms = segment.lexicon().term_count(),
                            .tokens = 0};
    for (std::uint32_t f = 0; f < segment.field_count(); ++f) {
      of_segment.tokens += live.FieldLength(FieldId{static_cast<std::uint8_t>(f)});
    }
    stats.documents += of_segment.documents;
    stats.sections += live.section_count();
    stats.tokens += of_segment.tokens;
    stats.terms += of_segment.terms;
    stats.segments.push_back(std::move(of_segment));
    for (const segment::Column& column : segment.columns().all()) columns[column.name()] += column.bytes();
  }
  for (const auto& [attribute, bytes] : columns) stats.columns.push_back({attribute, bytes});
  stats.memory = MemoryOf(*view);
  return stats;
}

MemoryStats Index::MemoryUsage() const { return MemoryOf(*impl_->view.Get()); }

const Settings& Index::settings() const { return *impl_->settings; }

}  // namespace signpost::inline v0

namespace signpost::catalog {

std::shared_ptr<const index::View> IndexAccess::ViewOf(const Index& index) { return index.impl_->view.Get(); }

}  // namespace signpost::catalog
