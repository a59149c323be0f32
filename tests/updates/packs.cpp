#include "updates/packs.h"
#include "files/file_writer.h"
#include "files/files.h"

#include <doctest/doctest.h>

namespace test {

using namespace kiosk;
using namespace kiosk::updates;

namespace {

void replace(std::string& text, std::string_view what, std::string_view with)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
}

Files read_english()
{
    Files files;
    std::filesystem::path const folder = std::filesystem::path(KIOSK_SOURCES) / "content";
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        auto const path = entry.path().lexically_relative(folder).generic_string();
        auto const name = entry.path().filename();
        if (name == "fr.toml" || name == "nl.toml" || name == "de.toml") continue;
        if (path.starts_with("display") || path.starts_with("staff")) continue;
        files[path] = read_file(entry.path()).value();
    }
    replace(files.at("kiosk.toml"), R"(["en", "fr", "nl", "de"])", R"(["en"])");
    replace(files.at("kiosk.toml"), "display = \"fair\"", "# display = \"fair\"");
    return files;
}

} // namespace

Files const& english_content()
{
    static Files const files = read_english();
    return files;
}

Files tiny_files()
{
    return {{"kiosk.toml", "version = \"1\"\n"}, {"quiz/a/en.toml", "a = 1\n"}, {"sources.toml", "b = 2\n"}};
}

SigningKey test_key(unsigned char number)
{
    SigningKey key{};
    key.number.fill(number);
    key.seed.fill(number);
    return key;
}

KeyList key_list(std::int64_t epoch, std::vector<unsigned char> const& numbers)
{
    KeyList list{epoch, {}};
    for (auto const number : numbers) list.keys.push_back(crypto::public_key_of(test_key(number)));
    return list;
}

Manifest manifest_of(Files const& files, std::int64_t content)
{
    Manifest manifest;
    manifest.content = content;
    manifest.version = "2026.12.1";
    manifest.valid_until = *calendar_day("2027-12-31");
    for (auto const& [path, bytes] : files) manifest.files.push_back({path, bytes.size(), sha256(bytes)});
    return manifest;
}

std::string joined(Files const& files)
{
    std::string all;
    for (auto const& [path, bytes] : files) all += bytes;
    return all;
}

std::string signed_archive(std::string const& manifest, std::string const& blobs, unsigned char key)
{
    return header_text(sign(manifest, test_key(key))) + manifest + blobs;
}

std::string archive_of(Files const& files, std::int64_t content, unsigned char key)
{
    return signed_archive(manifest_text(manifest_of(files, content)), joined(files), key);
}

std::string signed_by_two(std::string const& body, unsigned char one, unsigned char other)
{
    auto const header = add_own_signature(sign(body, test_key(one)), body, test_key(other));
    REQUIRE(header.ok());
    return header_text(header.value()) + body;
}

std::string archive_of_two(Files const& files, std::int64_t content, unsigned char one, unsigned char other)
{
    return signed_by_two(manifest_text(manifest_of(files, content)), one, other) + joined(files);
}

Result<std::string> MemoryStick::read(std::size_t most)
{
    if (given >= gone_at) return Error{shown_, "Input/output error", "put the stick in again"};
    auto const until = std::min({bytes_.size(), gone_at, given + most});
    auto piece = bytes_.substr(given, until - given);
    given = until;
    return piece;
}

Station::Station(BeforeStep before) : before_step(std::move(before))
{
    options.today = calendar_day("2026-11-23");
    options.program = {0, 1, 0};
    options.pictures = {KIOSK_ASSETS "/pictures"};
    options.factory = std::filesystem::path(KIOSK_SOURCES) / "content";
    reopen();
}

void Station::reopen() { shelf = std::make_shared<Shelf>(ShelfOptions{folder / "packs", keys, before_step}); }

Accepted<Staged> Station::stage(std::string bytes)
{
    MemoryStick stick(std::move(bytes));
    return updates::stage(*shelf, stick, options);
}

void Station::install(std::int64_t content, Files const& files, unsigned char key)
{
    auto const staged = stage(archive_of(files, content, key));
    if (!staged) FAIL(staged.error().error.line());
    auto const switched = shelf->switch_to(staged.value().id);
    if (!switched) FAIL(switched.error().error.line());
}

void Station::confirm_trial()
{
    shelf->start();
    REQUIRE(shelf->confirm_trial().ok());
}

Files Station::running() const
{
    Files files;
    auto const state = shelf->state();
    REQUIRE(state.ok());
    if (state.value().current.empty()) return files;
    auto const content = shelf->folder_of(state.value().current) / "content";
    for (auto const& entry : std::filesystem::recursive_directory_iterator(content))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(content).generic_string()] = read_file(entry.path()).value();
    return files;
}

std::int64_t Station::running_number() const
{
    auto const manifest = shelf->manifest(shelf->state().value().current);
    return manifest ? manifest->content : 0;
}

void check_sentence(Refusal const& refusal)
{
    CAPTURE(refusal.error.line());
    CHECK_FALSE(refusal.error.where.empty());
    CHECK(refusal.error.message.size() > 20);
    CHECK(refusal.error.advice.size() > 15);
    CHECK_FALSE(name(refusal.reason).empty());
    for (char const letter : refusal.error.line()) CHECK(static_cast<unsigned char>(letter) >= ' ');
}

} // namespace test
