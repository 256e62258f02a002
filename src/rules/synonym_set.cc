// SPDX-License-Identifier: Apache-2.0
#include "rules/synonym_set.h"

#include <cstddef>
#include <utility>

#include "base/limits.h"
#include "base/status.h"
#include "base/strings.h"
#include "rules/synonym_sides.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

absl::Status CheckShape(const Synonym& synonym) {
  const SideNames names = NamesOf(synonym.type);
  if (synonym.type == SynonymType::kMultiWay) {
    if (!synonym.input.empty()) {
      return InvalidArgument("input ", Quoted(synonym.input), " is given, which a multi-way synonym has not");
    }
    if (synonym.synonyms.size() >= 2) return absl::OkStatus();
    return InvalidArgument("synonyms has ", synonym.synonyms.size(), ", a multi-way synonym needs at least two");
  }
  if (!synonym.synonyms.empty()) return absl::OkStatus();
  return InvalidArgument(names.synonyms, " is empty, it needs at least one");
}

absl::Status CheckIds(const std::vector<Synonym>& synonyms) {
  StringMap<std::size_t> places;
  for (std::size_t i = 0; i < synonyms.size(); ++i) {
    const std::string& id = synonyms[i].object_id;
    if (id.empty()) return InvalidArgument("synonyms[", i, "]: object_id is empty");
    auto [it, added] = places.try_emplace(id, i);
    if (!added) {
      return InvalidArgument("synonyms[", i, "]: object_id ", Quoted(id), " is that of synonyms[", it->second, "]");
    }
  }
  return absl::OkStatus();
}

absl::Status CheckSide(std::string_view side, std::string_view field, const text::Analyzer& analyzer) {
  if (side.empty()) return InvalidArgument(field, " is empty");
  if (SideTerms(side, analyzer).empty()) return InvalidArgument(field, " ", Quoted(side), " holds no word");
  return absl::OkStatus();
}

absl::Status Check(const Synonym& synonym) {
  SIGNPOST_RETURN_IF_ERROR(CheckShape(synonym));
  const SideNames names = NamesOf(synonym.type);
  const text::Analyzer analyzer(text::FindLanguagePack(synonym.lang));
  if (synonym.type == SynonymType::kPlaceholder) {
    if (InputTerms(synonym, analyzer).empty()) {
      return InvalidArgument(names.input, " ", Quoted(synonym.input),
                             " is none: `<`, letters, digits, `_` or `-` of ASCII, `>`");
    }
  } else if (synonym.type != SynonymType::kMultiWay) {
    SIGNPOST_RETURN_IF_ERROR(CheckSide(synonym.input, names.input, analyzer));
  }
  for (std::size_t i = 0; i < synonym.synonyms.size(); ++i) {
    SIGNPOST_RETURN_IF_ERROR(CheckSide(synonym.synonyms[i], StrCat(names.synonyms, "[", i, "]"), analyzer));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<SynonymSet> SynonymSet::Compile(std::vector<Synonym> synonyms) {
  if (synonyms.size() > limits::kMaxSynonyms) {
    return InvalidArgument("synonyms: ", synonyms.size(), " given, at most ", limits::kMaxSynonyms, " are allowed");
  }
  SIGNPOST_RETURN_IF_ERROR(CheckIds(synonyms));
  for (const Synonym& synonym : synonyms) {
    if (absl::Status status = Check(synonym); !status.ok()) {
      return Annotate(status, StrCat("synonym ", Quoted(synonym.object_id)));
    }
  }
  SynonymSet set;
  if (!synonyms.empty()) set.tables_ = std::make_unique<Tables>();
  set.list_ = std::move(synonyms);
  return set;
}

const SynonymTable& SynonymSet::TableOf(std::string_view lang) const {
  {
    std::lock_guard lock(tables_->mutex);
    const auto it = tables_->by_language.find(lang);
    if (it != tables_->by_language.end()) return *it->second;
  }
  // Not under the lock, so that queries in other languages go on. Of two that were made at once the first stays.
  auto table = std::make_unique<const SynonymTable>(list_, lang);
  std::lock_guard lock(tables_->mutex);
  return *tables_->by_language.try_emplace(std::string(lang), std::move(table)).first->second;
}

void SynonymSet::Prepare(std::string_view lang) const {
  if (tables_ != nullptr) TableOf(lang);
}

std::vector<query::SynonymMatch> SynonymSet::Find(const query::ParsedQuery& query, std::string_view lang,
                                                  const SynonymGuesses& guesses) const {
  if (tables_ == nullptr) return {};
  return TableOf(lang).Find(query, guesses);
}

}  // namespace signpost::rules
