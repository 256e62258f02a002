// SPDX-License-Identifier: Apache-2.0
#include "serve.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "clock.h"
#include "engines.h"
#include "passages.h"
#include "process.h"

namespace peers {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

const char* Name(Marks marks) {
  switch (marks) {
    case Marks::kNone:
      return "none";
    case Marks::kOptional:
      return "optional";
    case Marks::kAlways:
      return "always";
  }
  return "";
}

std::uintmax_t FileBytes(const std::string& folder) {
  std::uintmax_t bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

// Returns the CPU seconds of all threads that it took, reading of the passages included.
double BuildInChild(Engine& engine, const std::string& passages, const std::string& folder) {
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    int code = 0;
    try {
      bench::PassageReader reader(passages);
      engine.Build(reader, folder);
    } catch (const std::exception& error) {
      std::cerr << engine.Info().name << ": building: " << error.what() << "\n";
      code = 1;
    }
    _exit(code);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw std::runtime_error("building failed");
  }
  return Seconds(usage.ru_utime) + Seconds(usage.ru_stime);
}

// What the file beside an index says of its making.
struct BuildNote {
  std::uintmax_t passages_bytes = 0;
  double seconds = 0;
};

// Returns the CPU seconds of the build that made what is in `folder` now.
double BuildOrReuse(Engine& engine, const std::string& passages, const std::string& folder, bool reuse) {
  const std::string note_path = folder + ".built";
  BuildNote note;
  std::ifstream(note_path) >> note.passages_bytes >> note.seconds;
  if (reuse && note.passages_bytes == fs::file_size(passages)) return note.seconds;
  fs::remove(note_path);
  fs::remove_all(folder);
  fs::create_directories(folder);
  note.seconds = BuildInChild(engine, passages, folder);
  std::ofstream(note_path) << fs::file_size(passages) << " " << note.seconds << "\n";
  return note.seconds;
}

json::object AnswerTo(Engine& engine, const std::string& text, const json::object& request) {
  const Query query{.text = text,
                    .cut = request.at("cut").as_bool(),
                    .misspelled = request.at("misspelled").as_bool(),
                    .marks = request.at("marks").as_bool()};
  const std::int64_t start = bench::ThreadCpuNs();
  const Answer answer = engine.Search(query);
  const std::int64_t ns = bench::ThreadCpuNs() - start;
  return {
      {"ns", ns}, {"ids", json::array(answer.ids.begin(), answer.ids.end())}, {"marked_bytes", answer.marked_bytes}};
}

}  // namespace

void Serve(const std::string& name, const std::string& passages, const std::string& folder, bool reuse) {
  const std::unique_ptr<Engine> engine = MakeEngine(name);
  if (engine == nullptr) throw std::runtime_error("this build has no engine \"" + name + "\"");
  const double build_seconds = BuildOrReuse(*engine, passages, folder, reuse);
  const std::int64_t resident_before = bench::ResidentBytes();
  const std::int64_t open_start = bench::ThreadCpuNs();
  engine->Open(folder);
  const double open_seconds = 1e-9 * static_cast<double>(bench::ThreadCpuNs() - open_start);
  const EngineInfo info = engine->Info();
  const json::object ready = {{"version", info.version},      {"settings", info.settings},
                              {"marks", Name(info.marks)},    {"build_seconds", build_seconds},
                              {"open_seconds", open_seconds}, {"file_bytes", FileBytes(folder)}};
  std::cout << json::serialize(ready) << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const json::object request = json::parse(line).as_object();
    json::object reply;
    if (const json::value* queries = request.if_contains("queries")) {
      json::array answers;
      for (const json::value& text : queries->as_array()) {
        answers.push_back(AnswerTo(*engine, std::string(text.as_string()), request));
      }
      reply["answers"] = std::move(answers);
    } else {
      malloc_trim(0);  // what the engine has given back is not its own
      reply["resident_bytes"] = bench::ResidentBytes() - resident_before;
    }
    std::cout << json::serialize(reply) << std::endl;
  }
}

}  // namespace peers
