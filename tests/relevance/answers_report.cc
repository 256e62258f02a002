// SPDX-License-Identifier: Apache-2.0
// answers_report.cc — how good answers are on data/answers/questions.jsonl over the bundled help center, by language, and apart for
// what is set aside: coverage, precision, silence where there is no answer, and a reliability table.
//
// Usage: answers_report             prints the report
//        answers_report --check     fails when it is worse than what docs/answers.md promises
//        answers_report --misses    the answers that are given and wrong, and the right ones that are not given
//        answers_report --evidence  a line a question: set aside, right, confidence, evidence; for fit_answers.py
#include <signpost/dialect.h>
#include <signpost/ingest.h>
#include <signpost/signpost.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using signpost::Answer;
using signpost::Value;

struct Question {
  std::string id, lang, text, object_id;
  std::vector<std::string> passages;
  bool set_aside = false;
  Answer best;  // whatever its confidence
  bool found = false;
  bool right = false;
};

[[noreturn]] void Stop(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

std::uint32_t Fnv1a(const std::string& text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

std::string TextOf(const Value& object, const std::string& name) {
  for (const signpost::Attribute& member : *object.object()) {
    if (member.name == name && member.value.string() != nullptr) return *member.value.string();
  }
  return {};
}

std::vector<Question> ReadQuestions() {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/answers/questions.jsonl");
  std::vector<Question> out;
  for (std::string line; std::getline(file, line);) {
    const absl::StatusOr<Value> value = signpost::ParseJson(line);
    if (!value.ok() || value->object() == nullptr) Stop("a question cannot be read: " + line);
    Question& question = out.emplace_back();
    question.id = TextOf(*value, "id");
    question.lang = TextOf(*value, "lang");
    question.text = TextOf(*value, "question");
    question.object_id = TextOf(*value, "objectID");
    question.set_aside = Fnv1a(question.id) % 3 == 0;
    for (const signpost::Attribute& member : *value->object()) {
      if (member.name != "passages") continue;
      for (const Value& passage : *member.value.array()) question.passages.push_back(*passage.string());
    }
  }
  if (out.empty()) Stop("there are no questions");
  return out;
}

// As a help center is: the articles of all languages, with its settings and synonyms.
signpost::Index BuildIndex() {
  auto builder = signpost::IndexBuilder::Create({.language = "en"});
  for (const char* lang : {"en", "es", "pt", "zh"}) {
    const auto report =
        signpost::ReadDocuments(std::string(SIGNPOST_SOURCE_DIR "/data/help_center/") + lang, {.lang = lang},
                                [&](signpost::Document document) { return builder->Add(std::move(document)); });
    if (!report.ok()) Stop("the help center cannot be read");
  }
  auto index = std::move(*builder).Build();
  if (!index.ok()) Stop("the index is not built");
  std::ifstream file(SIGNPOST_SOURCE_DIR "/data/synonyms.json");
  const std::string json{std::istreambuf_iterator<char>(file), {}};
  const auto synonyms = signpost::ParseSynonyms(json);
  if (!synonyms.ok() || !index->SetSynonyms(*synonyms).ok()) Stop("the synonyms cannot be read");
  return *std::move(index);
}

bool IsRight(const Question& question, const Answer& answer) {
  return !question.object_id.empty() && answer.object_id == question.object_id &&
         std::any_of(question.passages.begin(), question.passages.end(),
                     [&](const std::string& passage) { return answer.text.find(passage) != std::string::npos; });
}

void Ask(const signpost::Index& index, Question* question) {
  signpost::SearchRequest request{.query = question->text, .lang = question->lang};
  request.highlight.escape = signpost::Escape::kNone;
  request.answers = {.enabled = true, .min_confidence = 0, .count = 1};
  request.explain = true;
  const auto response = index.Search(signpost::Audience::Public(), request);
  if (!response.ok()) Stop("a search failed: " + question->text);
  if (response->answers.empty()) return;
  question->found = true;
  question->best = response->answers.front();
  question->right = IsRight(*question, question->best);
}

struct Figures {
  int answerable = 0, unanswerable = 0, given = 0, right = 0, silent = 0, best_right = 0;
  double precision() const { return given == 0 ? 1 : static_cast<double>(right) / given; }
  double silence() const { return unanswerable == 0 ? 1 : static_cast<double>(silent) / unanswerable; }
};

Figures FiguresOf(const std::vector<Question>& questions, const std::string& lang, bool set_aside, double threshold) {
  Figures out;
  for (const Question& question : questions) {
    if ((!lang.empty() && question.lang != lang) || question.set_aside != set_aside) continue;
    const bool given = question.found && question.best.confidence >= threshold;
    const bool answerable = !question.object_id.empty();
    ++(answerable ? out.answerable : out.unanswerable);
    out.best_right += question.right ? 1 : 0;
    out.given += given ? 1 : 0;
    out.right += given && question.right ? 1 : 0;
    out.silent += !answerable && !given ? 1 : 0;
  }
  return out;
}

void PrintFigures(const std::vector<Question>& questions, bool set_aside, double threshold) {
  std::printf("\n%s, answers of confidence %.2f or more\n", set_aside ? "Set aside" : "Fitted on", threshold);
  std::printf("%-5s %10s %11s %6s %6s %10s %12s %9s\n", "lang", "answerable", "best right", "given", "right",
              "precision", "no answer", "silence");
  for (const char* lang : {"en", "es", "pt", "zh", ""}) {
    const Figures f = FiguresOf(questions, lang, set_aside, threshold);
    std::printf("%-5s %10d %11d %6d %6d %10.2f %12d %9.2f\n", *lang == '\0' ? "all" : lang, f.answerable, f.best_right,
                f.given, f.right, f.precision(), f.unanswerable, f.silence());
  }
}

void PrintReliability(const std::vector<Question>& questions, bool set_aside) {
  std::printf("\n%s: confidence and how often it was right\n", set_aside ? "Set aside" : "Fitted on");
  std::printf("%-12s %9s %10s %6s\n", "confidence", "answers", "mean", "right");
  constexpr int kBins = 5;
  for (int bin = 0; bin < kBins; ++bin) {
    int count = 0, right = 0;
    double sum = 0;
    for (const Question& question : questions) {
      if (!question.found || question.set_aside != set_aside) continue;
      if (std::min(static_cast<int>(question.best.confidence * kBins), kBins - 1) != bin) continue;
      ++count;
      sum += question.best.confidence;
      right += question.right ? 1 : 0;
    }
    if (count == 0) continue;
    std::printf("%.1f to %.1f   %9d %10.2f %6.2f\n", bin / 5.0, (bin + 1) / 5.0, count, sum / count,
                static_cast<double>(right) / count);
  }
}

void PrintMisses(const std::vector<Question>& questions, double threshold) {
  for (const Question& q : questions) {
    if (q.set_aside) continue;  // nobody looks at those
    const bool given = q.found && q.best.confidence >= threshold;
    if (given ? q.right : q.object_id.empty()) continue;
    std::printf("%s %s %s (%s)\n    %.2f %s#%s: %s\n",
                given     ? "WRONG"
                : q.right ? "low"
                          : "lost",
                q.id.c_str(), q.text.c_str(), q.object_id.c_str(), q.best.confidence, q.best.object_id.c_str(),
                q.best.anchor.c_str(), q.best.text.substr(0, 200).c_str());
  }
}

void PrintEvidence(const std::vector<Question>& questions) {
  for (const Question& question : questions) {
    if (!question.found) continue;
    std::printf("%s\t%d\t%d\t%.4f", question.id.c_str(), question.set_aside, question.right, question.best.confidence);
    for (const signpost::AnswerEvidence& evidence : question.best.evidence) {
      std::printf("\t%s=%.4f", evidence.name.c_str(), evidence.value);
    }
    std::printf("\n");
  }
}

// What docs/answers.md promises.
int Check(const std::vector<Question>& questions, double threshold) {
  const Figures fitted = FiguresOf(questions, "", false, threshold);
  const Figures aside = FiguresOf(questions, "", true, threshold);
  const bool good = fitted.precision() >= 0.8 && aside.precision() >= 0.7 && fitted.silence() >= 0.9 &&
                    aside.silence() >= 0.85 && fitted.right * 100 >= fitted.answerable * 25 &&
                    aside.right * 100 >= aside.answerable * 20;
  std::printf("\n%s\n", good ? "as promised" : "worse than promised");
  return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  std::vector<Question> questions = ReadQuestions();
  const signpost::Index index = BuildIndex();
  for (Question& question : questions) Ask(index, &question);
  const double threshold = signpost::AnswerOptions().min_confidence;
  if (mode == "--evidence") {
    PrintEvidence(questions);
    return 0;
  }
  if (mode == "--misses") {
    PrintMisses(questions, threshold);
    return 0;
  }
  for (const bool set_aside : {false, true}) PrintFigures(questions, set_aside, threshold);
  for (const bool set_aside : {false, true}) PrintReliability(questions, set_aside);
  return mode == "--check" ? Check(questions, threshold) : 0;
}
