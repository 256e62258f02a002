// SPDX-License-Identifier: Apache-2.0
#include "rules/synonym_lint.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "base/strings.h"
#include "rules/reach.h"
#include "rules/synonym_sides.h"
#include "text/language_pack.h"

namespace signpost::rules {
namespace {

using Key = std::uint32_t;  // a run of words, in any form

// A synonym as what it replaces and what it offers.
struct Reading {
  std::vector<Key> sides;  // as Synonym::synonyms
  std::vector<Key> from;   // ascending, each once
  std::vector<Key> to;     // the same
  int edits = 0;
  std::string lang;  // normalised
};

std::vector<Key> Sorted(std::vector<Key> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool Includes(const std::vector<Key>& all, const std::vector<Key>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

class Linter {
 public:
  Linter(const std::vector<Synonym>& synonyms, std::string_view default_lang, const HoldsSide& holds)
      : synonyms_(synonyms), default_lang_(default_lang), holds_(holds) {
    for (const Synonym& synonym : synonyms) Read(synonym);
    for (std::uint32_t s = 0; s < readings_.size(); ++s) {
      for (const Key key : readings_[s].from) replacing_[key].push_back(s);
      if (synonyms[s].type != SynonymType::kOneWay) continue;
      for (const Key key : readings_[s].to) one_way_.Add(readings_[s].from.front(), key);
    }
    one_way_.Finish();
  }

  std::vector<LintFinding> Run() {
    for (std::uint32_t s = 0; s < synonyms_.size(); ++s) {
      if (FindSelf(s)) continue;
      if (!FindShadowing(s)) FindOverlapping(s);
      FindCycle(s);
      FindUnheld(s);
    }
    return std::move(findings_);
  }

 private:
  void Read(const Synonym& synonym) {
    Reading& reading = readings_.emplace_back();
    reading.lang = text::NormalizeLanguageTag(synonym.lang);
    const std::string_view lang = reading.lang.empty() ? default_lang_ : reading.lang;
    const text::Analyzer analyzer(text::FindLanguagePack(lang));
    for (const std::string& side : synonym.synonyms) {
      reading.sides.push_back(KeyOf(StemsOf(SideTerms(side, analyzer), analyzer)));
    }
    reading.from = reading.to = Sorted(reading.sides);
    if (synonym.type == SynonymType::kMultiWay) return;
    const bool placeholder = synonym.type == SynonymType::kPlaceholder;
    const Key input = KeyOf(StemsOf(InputTerms(synonym, analyzer), analyzer));
    (placeholder ? reading.to : reading.from) = {input};
    reading.edits = synonym.type == SynonymType::kAltCorrection1   ? 1
                    : synonym.type == SynonymType::kAltCorrection2 ? 2
                                                                   : 0;
  }

  // What is written apart, with a hyphen or as one finds each other anyway, so it is one key.
  Key KeyOf(const std::vector<std::string>& stems) {
    std::string text;
    for (const std::string& stem : stems) text += stem;
    return keys_.try_emplace(std::move(text), static_cast<Key>(keys_.size())).first->second;
  }

  void Add(std::uint32_t s, LintKind kind, std::string other, std::string reason, std::string suggestion) {
    findings_.push_back({.subject = LintSubject::kSynonym,
                         .object_id = synonyms_[s].object_id,
                         .kind = kind,
                         .other = std::move(other),
                         .reason = std::move(reason),
                         .suggestion = std::move(suggestion)});
  }

  // `synonyms[2] "refunds"`
  std::string SideName(std::uint32_t s, std::size_t side) const {
    return StrCat(NamesOf(synonyms_[s].type).synonyms, "[", side, "] ", Quoted(synonyms_[s].synonyms[side]));
  }
  std::string NameOf(std::uint32_t s, Key key) const {
    const auto side = std::find(readings_[s].sides.begin(), readings_[s].sides.end(), key);
    if (side != readings_[s].sides.end())
      return SideName(s, static_cast<std::size_t>(side - readings_[s].sides.begin()));
    return InputName(s);
  }
  std::string InputName(std::uint32_t s) const {
    return StrCat(NamesOf(synonyms_[s].type).input, " ", Quoted(synonyms_[s].input));
  }

  // A word and itself, perhaps in another form. Returns true when the synonym says nothing else.
  bool FindSelf(std::uint32_t s) {
    const Reading& reading = readings_[s];
    std::map<Key, std::string> names;
    const bool replaces = synonyms_[s].type != SynonymType::kMultiWay && synonyms_[s].type != SynonymType::kPlaceholder;
    if (replaces) names.emplace(reading.from.front(), InputName(s));
    bool found = false;
    for (std::size_t i = 0; i < reading.sides.size(); ++i) {
      const auto [it, added] = names.emplace(reading.sides[i], SideName(s, i));
      if (added) continue;
      found = true;
      Add(s, LintKind::kCyclic, "", StrCat(SideName(s, i), " is ", it->second, " in another form or spelling"),
          "Remove it: any form of a word finds the others.");
    }
    const bool nothing_else = reading.from.size() == 1 && reading.to == reading.from;
    return found && nothing_else;
  }

  // True when `other` does whatever `s` does.
  bool Covers(std::uint32_t other, std::uint32_t s) const {
    const Reading& a = readings_[other];
    const Reading& b = readings_[s];
    return (a.lang.empty() || a.lang == b.lang) && a.edits <= b.edits && Includes(a.from, b.from) &&
           Includes(a.to, b.to);
  }

  const std::vector<std::uint32_t>& FewestReplacing(std::uint32_t s) const {
    const std::vector<std::uint32_t>* fewest = nullptr;
    for (const Key key : readings_[s].from) {
      const std::vector<std::uint32_t>& candidates = replacing_.at(key);
      if (fewest == nullptr || candidates.size() < fewest->size()) fewest = &candidates;
    }
    return *fewest;
  }

  bool FindShadowing(std::uint32_t s) {
    for (const std::uint32_t other : FewestReplacing(s)) {
      if (other == s || !Covers(other, s) || (Covers(s, other) && other > s)) continue;
      const std::string& id = synonyms_[other].object_id;
      Add(s, LintKind::kShadowed, id,
          StrCat("synonym ", Quoted(id), " offers all that it offers for ", NameOf(s, readings_[s].from.front()),
                 readings_[s].from.size() > 1 ? " and its other words" : ""),
          "Remove it.");
      return true;
    }
    return false;
  }

  // The first before it that replaces the same words and that neither covers. Several placeholders for one word are no fault.
  void FindOverlapping(std::uint32_t s) {
    const SynonymType type = synonyms_[s].type;
    if (type == SynonymType::kPlaceholder) return;
    for (const Key key : readings_[s].from) {
      for (const std::uint32_t other : replacing_.at(key)) {
        if (other >= s) break;
        const bool one_language =
            readings_[other].lang.empty() || readings_[s].lang.empty() || readings_[other].lang == readings_[s].lang;
        if (synonyms_[other].type != type || !one_language || Covers(s, other)) continue;
        const std::string& id = synonyms_[other].object_id;
        Add(s, LintKind::kOverlapping, id,
            StrCat(NameOf(s, key), " is also replaced by synonym ", Quoted(id), ", which offers other words"),
            type == SynonymType::kMultiWay
                ? "Make one of both if all their words mean the same: synonyms do not lead on to others."
                : "Make one of both.");
        return;
      }
    }
  }

  void FindCycle(std::uint32_t s) {
    if (synonyms_[s].type != SynonymType::kOneWay) return;
    const Key input = readings_[s].from.front();
    for (const Key key : readings_[s].to) {
      if (key == input || !one_way_.LeadsBack(input, key)) continue;
      std::string next;  // the synonym that goes on from there
      for (const std::uint32_t other : replacing_.at(key)) {
        const bool goes_on = synonyms_[other].type == SynonymType::kOneWay &&
                             std::any_of(readings_[other].to.begin(), readings_[other].to.end(),
                                         [&](Key to) { return one_way_.LeadsBack(key, to); });
        if (goes_on && next.empty()) next = synonyms_[other].object_id;
      }
      Add(s, LintKind::kCyclic, next,
          StrCat(NameOf(s, key), " leads back to input ", Quoted(synonyms_[s].input), " by synonym ", Quoted(next)),
          "Make one multi-way synonym of them if they mean the same.");
      return;
    }
  }

  void FindUnheld(std::uint32_t s) {
    const Synonym& synonym = synonyms_[s];
    if (synonym.type == SynonymType::kPlaceholder) {
      if (holds_(synonym, synonym.input)) return;
      Add(s, LintKind::kNeverMatches, "", StrCat("no document holds placeholder ", Quoted(synonym.input)),
          "Write it into the documents that it is for, or remove the synonym.");
      return;
    }
    std::vector<std::size_t> unheld;
    for (std::size_t i = 0; i < synonym.synonyms.size(); ++i) {
      if (!holds_(synonym, synonym.synonyms[i])) unheld.push_back(i);
    }
    const std::string_view name = NamesOf(synonym.type).synonyms;
    if (unheld.size() == synonym.synonyms.size()) {
      Add(s, LintKind::kNeverMatches, "", StrCat("no document holds any of its ", name),
          "Add a word that documents use, or remove the synonym.");
      return;
    }
    if (synonym.type == SynonymType::kMultiWay) return;  // they are typed
    for (const std::size_t i : unheld) {
      Add(s, LintKind::kNeverMatches, "", StrCat("no document holds ", SideName(s, i)),
          "Remove it, or say it as documents do.");
    }
  }

  const std::vector<Synonym>& synonyms_;
  const std::string_view default_lang_;
  const HoldsSide& holds_;
  StringMap<Key> keys_;
  std::vector<Reading> readings_;                        // by place in the list
  std::map<Key, std::vector<std::uint32_t>> replacing_;  // which replace a run, in the order of the list
  Reach one_way_;
  std::vector<LintFinding> findings_;
};

}  // namespace

std::vector<LintFinding> LintSynonyms(const std::vector<Synonym>& synonyms, std::string_view default_lang,
                                      const HoldsSide& holds) {
  return Linter(synonyms, default_lang, holds).Run();
}

}  // namespace signpost::rules
