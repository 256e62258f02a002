// SPDX-License-Identifier: Apache-2.0
#include "index/document_load.h"

#include <algorithm>

#include "base/limits.h"
#include "base/status.h"
#include "index/validate.h"
#include "text/language_pack.h"

namespace signpost::index {
namespace {

std::vector<std::string> AudienceSet(const Document& document) {
  std::vector<std::string> out = document.audiences;
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

std::string DocumentLanguage(const Document& document, const Settings& settings) {
  return text::NormalizeLanguageTag(document.lang.empty() ? settings.language : document.lang);
}

absl::Status DocumentLoad::Add(const Document& document) {
  SIGNPOST_RETURN_IF_ERROR(ValidateDocument(document));
  Partition partition{DocumentLanguage(document, settings_), AudienceSet(document)};
  auto builder = builders_.find(partition);
  if (builder == builders_.end() && builders_.size() == limits::kMaxPartitions) {
    return absl::ResourceExhaustedError(StrCat("adding document ", Quoted(document.object_id), ": more than ",
                                               limits::kMaxPartitions, " combinations of language and audiences"));
  }
  // A tag holds no NUL, so the two parts cannot be confused.
  if (!identities_.insert(StrCat(partition.first, '\0', document.object_id)).second) {
    return absl::AlreadyExistsError(StrCat("adding document ", Quoted(document.object_id), ": objectID and lang ",
                                           Quoted(partition.first), " came before"));
  }
  if (builder == builders_.end()) {
    builder = builders_
                  .emplace(std::piecewise_construct, std::forward_as_tuple(partition),
                           std::forward_as_tuple(settings_, partition.first, partition.second))
                  .first;
  }
  builder->second.Add(document);
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::shared_ptr<const segment::Segment>>> DocumentLoad::Build() && {
  std::vector<std::shared_ptr<const segment::Segment>> out;
  for (auto& [partition, builder] : builders_) {
    SIGNPOST_ASSIGN_OR_RETURN(out.emplace_back(), BuildSegment(std::move(builder)));
  }
  builders_.clear();
  return out;
}

absl::StatusOr<std::shared_ptr<const segment::Segment>> BuildSegment(segment::SegmentBuilder builder) {
  auto bytes = std::make_shared<segment::OwnedSections>(std::move(builder).Build());
  segment::SectionViews views;
  for (std::size_t i = 0; i < segment::kSectionKinds; ++i) views.bytes[i] = bytes->bytes[i];
  return segment::Segment::Open(views, std::move(bytes));
}

}  // namespace signpost::index
