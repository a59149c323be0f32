// The nine attacks on updates that The Update Framework lists (TUF 1.0.34, 1.5.2), each as an attempt with a stick.
#include "base/random.h"
#include "updates/limits.h"
#include "updates/packs.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;
using enum kiosk::updates::RefusalReason;

namespace {

// Content 1 is shown, and stays so whatever comes.
struct Shown : Station {
    Shown()
    {
        install(1);
        confirm_trial();
        before = running();
    }
    ~Shown()
    {
        CHECK(running() == before);
        CHECK(running_number() == 1);
        CHECK_FALSE(shelf->state().value().trial);
    }
    void refuses(std::string bytes, RefusalReason reason)
    {
        auto const staged = stage(std::move(bytes));
        REQUIRE_FALSE(staged.ok());
        check_sentence(staged.error());
        CHECK_MESSAGE(staged.error().reason == reason, staged.error().error.line());
    }
    Files before;
};

Manifest next_manifest() { return manifest_of(tiny_files(), 2); }

} // namespace

TEST_CASE_FIXTURE(Shown, "C1 arbitrary installation: a pack with any one byte changed is refused")
{
    auto const good = archive_of(tiny_files(), 2);
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
        auto const staged = stage(bytes);
        CAPTURE(at);
        REQUIRE_FALSE(staged.ok());
        check_sentence(staged.error());
        // Not that it is poor content, which it is, but that it is not what was signed.
        CHECK(staged.error().reason != faulty_content);
    }
    refuses(good, faulty_content);
    refuses(good + "x", damaged);
}

TEST_CASE_FIXTURE(Shown, "C2 endless data: no more is read than was signed")
{
    MemoryStick endless(archive_of(tiny_files(), 2) + std::string(8U << 20U, 'x'));
    REQUIRE_FALSE(updates::stage(*shelf, endless, options).ok());
    CHECK(endless.given <= kHeaderBytes + kMostSignatureBytes + kMostManifest);
    // The stick lies about the size: what is behind the end is never asked for.
    auto const good = archive_of(tiny_files(), 2);
    MemoryStick lying(good + std::string(8U << 20U, 'x'));
    lying.claimed = good.size();
    REQUIRE_FALSE(updates::stage(*shelf, lying, options).ok());
    CHECK(lying.given <= good.size());
    // A header that promises more than any manifest may have.
    auto header = good;
    header.replace(kHeaderBytes - 7, 6, "262145");
    MemoryStick promising(header);
    auto const staged = updates::stage(*shelf, promising, options);
    REQUIRE_FALSE(staged.ok());
    CHECK(staged.error().reason == too_large);
    CHECK(promising.given == kHeaderBytes);
}

TEST_CASE("C3 rollback: content that is older than any that was here is refused, also after going back")
{
    Station station;
    station.install(5);
    station.confirm_trial();
    for (auto const number : {1, 4, 5}) {
        auto const staged = station.stage(archive_of(english_content(), number));
        REQUIRE_FALSE(staged.ok());
        check_sentence(staged.error());
        CHECK(staged.error().reason == older);
    }
    REQUIRE(station.shelf->go_back().ok());
    CHECK(station.running().empty()); // the factory's
    station.reopen();
    CHECK(station.stage(archive_of(english_content(), 5)).error().reason == older);
    station.install(6);
}

TEST_CASE_FIXTURE(Shown, "C4 fast-forward: a number far above is refused, so that the next real one still fits")
{
    refuses(archive_of(english_content(), 1 + kFarthestJump + 1), jump_too_far);
    refuses(archive_of(english_content(), kHighestNumber), jump_too_far);
    CHECK(stage(archive_of(english_content(), 1 + kFarthestJump)).ok());
}

TEST_CASE_FIXTURE(Shown, "C5 freeze: expired content is refused when it comes, and stays when it is there")
{
    options.today = calendar_day("2028-01-01");
    refuses(archive_of(english_content(), 2), expired);
    CHECK_FALSE(shelf->start().content.empty());
    ContentUpdates const updates(*shelf, {{0, 1, 0}, {}, {}, [] { return calendar_day("2028-01-11"); }, {}, {}, {}});
    CHECK(updates.status().days_expired == 11);
    CHECK(updates.status().source == content::Origin::stick);
    // A clock that is not believed refuses nothing, and staff are told.
    options.today = std::nullopt;
    auto const staged = stage(archive_of(english_content(), 2));
    REQUIRE(staged.ok());
    CHECK(staged.value().warnings.front() == StageWarning::day_unknown);
    // The last day itself is a good day, and near its end staff are told.
    options.today = calendar_day("2027-12-31");
    auto const last = stage(archive_of(english_content(), 2));
    REQUIRE(last.ok());
    CHECK(last.value().warnings.front() == StageWarning::expires_soon);
}

TEST_CASE_FIXTURE(Shown, "C6 mix-and-match: files of two packs under one signature are refused")
{
    auto other = english_content();
    other.at("kiosk.toml") += "# another edition\n";
    auto const text = manifest_text(manifest_of(english_content(), 2));
    refuses(signed_archive(text, joined(other).substr(0, joined(english_content()).size())), damaged);
    // The signature of one over the manifest of another.
    auto const one = archive_of(english_content(), 2);
    auto const two = archive_of(other, 3);
    refuses(one.substr(0, header_bytes(one)) + two.substr(header_bytes(two)), damaged);
}

TEST_CASE_FIXTURE(Shown, "C7 wrong software: another product, another schema, a later program")
{
    auto manifest = next_manifest();
    manifest.product = "other-kiosk";
    refuses(signed_archive(manifest_text(manifest), joined(tiny_files())), wrong_product);
    manifest = next_manifest();
    manifest.schema = 2;
    refuses(signed_archive(manifest_text(manifest), joined(tiny_files())), wrong_product);
    manifest = next_manifest();
    manifest.program = {0, 1, 1};
    refuses(signed_archive(manifest_text(manifest), joined(tiny_files())), too_new_program);
    manifest.program = {0, 0, 9};
    refuses(signed_archive(manifest_text(manifest), joined(tiny_files())), faulty_content); // taken so far
}

TEST_CASE("C8 key compromise: a new list of keys ends the old ones, and only the next list is one")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    auto const list_file = [](KeyList const& list, unsigned char one, unsigned char other) {
        return signed_by_two(key_list_text(list), one, other);
    };
    auto& shelf = *station.shelf;
    auto const next = key_list(2, {2, 3}); // 1 is revoked, with the spare key
    CHECK(shelf.accept_key_list(list_file(next, 9, 2), "k").error().reason == key_unknown);
    CHECK(shelf.accept_key_list(list_file(next, 2, 9), "k").error().reason == key_unknown);
    CHECK(shelf.accept_key_list(list_file(key_list(3, {2, 3}), 1, 2), "k").error().reason == keys_first);
    CHECK(shelf.accept_key_list(list_file(key_list(1, {2, 3}), 1, 2), "k").error().reason == older);
    auto bytes = list_file(next, 2, 1);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(shelf.accept_key_list(changed, "k").ok());
    }
    CHECK(shelf.keys() == station.keys);
    REQUIRE(shelf.accept_key_list(bytes, "k").ok());
    CHECK(station.stage(archive_of(english_content(), 2, 1)).error().reason == key_unknown);
    CHECK(shelf.accept_key_list(list_file(key_list(3, {1, 2}), 1, 2), "k").error().reason == key_unknown);
    // What a revoked key once signed goes on being shown; what the new one signs is taken, also after a start.
    CHECK(station.running_number() == 1);
    station.reopen();
    station.install(2, english_content(), 3);
    // A pack is no list of keys, nor the other way round.
    CHECK(station.shelf->accept_key_list(archive_of(tiny_files(), 3, 3), "k").error().reason == not_an_archive);
    CHECK(station.stage(list_file(key_list(3, {3}), 3, 2)).error().reason == not_an_archive);
    // Content for keys to come says which file is missing.
    auto manifest = manifest_of(english_content(), 3);
    manifest.epoch = 3;
    auto const early = station.stage(signed_archive(manifest_text(manifest), joined(english_content()), 3));
    CHECK(early.error().reason == keys_first);
}

TEST_CASE_FIXTURE(Shown, "C9 slow or partial reading: a stick that ends or is taken out at any point changes nothing")
{
    auto const good = archive_of(english_content(), 2);
    Random random(9);
    for (int i = 0; i < 200; ++i) {
        auto const at = random.below(good.size());
        CAPTURE(at);
        MemoryStick cut(good.substr(0, at));
        auto const short_one = updates::stage(*shelf, cut, options);
        REQUIRE_FALSE(short_one.ok());
        check_sentence(short_one.error());
        MemoryStick lying(good.substr(0, at));
        lying.claimed = good.size();
        REQUIRE_FALSE(updates::stage(*shelf, lying, options).ok());
        MemoryStick pulled(good);
        pulled.gone_at = at;
        auto const gone = updates::stage(*shelf, pulled, options);
        REQUIRE_FALSE(gone.ok());
        CHECK(gone.error().reason == stick_gone);
    }
    CHECK(stage(good).ok());
}
