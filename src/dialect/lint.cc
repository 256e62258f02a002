// SPDX-License-Identifier: Apache-2.0
#include <signpost/dialect.h>

#include "dialect/enum_names.h"
#include "dialect/json_writer.h"

namespace signpost::inline v0 {

namespace {

constexpr dialect::Named<LintKind> kKinds[] = {
    {"shadowed", LintKind::kShadowed},         {"expired", LintKind::kExpired},
    {"overlapping", LintKind::kOverlapping},   {"cyclic", LintKind::kCyclic},
    {"neverMatches", LintKind::kNeverMatches}, {"redirectLoop", LintKind::kRedirectLoop},
    {"foreignHost", LintKind::kForeignHost},
};
constexpr dialect::Named<LintSubject> kSubjects[] = {
    {"rule", LintSubject::kRule}, {"synonym", LintSubject::kSynonym}, {"moved", LintSubject::kMoved}};

}  // namespace

std::string ToJson(const std::vector<LintFinding>& findings) {
  dialect::JsonWriter writer;
  writer.BeginArray();
  for (const LintFinding& finding : findings) {
    writer.BeginObject().Key("subject").String(dialect::NameOf(kSubjects, finding.subject));
    writer.Key("objectID").String(finding.object_id).Key("kind").String(dialect::NameOf(kKinds, finding.kind));
    if (!finding.other.empty()) writer.Key("other").String(finding.other);
    writer.Key("reason").String(finding.reason).Key("suggestion").String(finding.suggestion).EndObject();
  }
  return writer.EndArray().Take();
}

}  // namespace signpost::inline v0
