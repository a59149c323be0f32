// What kiosk --check says of how the machine starts, and of a configuration that somebody else has written.
#include "crypto/age_keys.h"
#include "files/files.h"
#include "health/health.h"
#include "program/doctor/doctor_machine.h"
#include "support/kiosk.h"
#include "updates/packs.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::program;
using namespace kiosk::health;
using namespace kiosk::updates;

namespace {

struct Machine : test::TemporaryFolder {
    void put(std::filesystem::path const& name, std::string const& text) const
    {
        REQUIRE(make_folder((path() / name).parent_path()).ok());
        REQUIRE(write_file_atomically(path() / name, text).ok());
    }
    std::string line(std::size_t number) const
    {
        auto const lines = judge_boot(boot_facts(path()));
        return lines.at(number).key;
    }
};

HealthLine of(std::vector<HealthLine> const& lines, std::string const& id)
{
    auto const found = std::find_if(lines.begin(), lines.end(), [&](auto const& one) { return one.id == id; });
    REQUIRE(found != lines.end());
    return *found;
}

bool says(HealthLine const& line, std::string const& part) { return line.words.find(part) != std::string::npos; }

// A kiosk as it is installed.
Options usual(test::TemporaryFolder const& folder)
{
    Options options;
    options.usual = {folder / "content", folder / "data", folder / "assets"};
    options.config.content = options.usual.content;
    options.config.data = "/var/lib/kiosk/data";
    options.config.assets = options.usual.assets;
    options.config.exporting.folders = {"/media/kiosk"};
    REQUIRE(make_folder(folder / "assets/keys").ok());
    return options;
}

} // namespace

TEST_CASE_FIXTURE(Machine, "an open boot menu, a kernel that stands still, and what no program sees are said")
{
    CHECK(line(0) == "boot.not-grub");
    put("boot/grub/grub.cfg", "set timeout=5\n");
    CHECK(line(0) == "boot.menu-open");
    put("boot/grub/grub.cfg", "set superusers=\"kiosk\"\n");
    CHECK(line(0) == "boot.ok");
    auto const said = of(judge_boot(boot_facts(path())), "boot");
    CHECK(says(said, "there is no Secure Boot"));
    CHECK(says(said, "only its firmware knows"));
    std::string const variable = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";
    put(variable, std::string("\x06\0\0\0\1", 5));
    CHECK(says(of(judge_boot(boot_facts(path())), "boot"), "Secure Boot is on; "));
    put(variable, std::string("\x06\0\0\0\0", 5));
    CHECK(says(of(judge_boot(boot_facts(path())), "boot"), "Secure Boot is off; "));

    put("proc/sys/kernel/panic", "0\n");
    CHECK(line(1) == "kernel.stands");
    put("proc/sys/kernel/panic", "10\n");
    put("sys/kernel/security/lockdown", "none [integrity] confidentiality\n");
    auto const kernel = of(judge_boot(boot_facts(path())), "kernel");
    CHECK(kernel.light == Light::green);
    CHECK(says(kernel, "10 s"));
    CHECK(says(kernel, "(integrity)"));

    CHECK(line(2) == "keyboards.heard");
    put("etc/udev/rules.d/71-kiosk-strict.rules", "");
    CHECK(line(2) == "keyboards.deaf");
}

TEST_CASE("a kiosk as it is installed has nothing foreign in it")
{
    test::TemporaryFolder const folder;
    for (auto const& line : judge_sources(source_facts(usual(folder), {}))) {
        CAPTURE(line.words);
        CHECK(line.light == Light::green);
    }
}

TEST_CASE("keys that did not come with the program are amber, and named in full")
{
    test::TemporaryFolder const folder;
    auto options = usual(folder);
    auto const believed = test::key_list(1, {1, 2});
    auto const one = crypto::public_key_text(believed.keys[0]);
    auto const other = crypto::public_key_text(believed.keys[1]);
    auto const seal = crypto::make_sealing_pair().open;
    options.config.exporting.public_key = seal;
    auto lines = judge_sources(source_facts(options, believed));
    CHECK(of(lines, "keys").key == "keys.foreign");
    CHECK(of(lines, "keys").light == Light::amber);
    for (auto const& key : {one, other}) CHECK(says(of(lines, "keys"), key));
    CHECK(of(lines, "seal").light == Light::amber);
    CHECK(says(of(lines, "seal"), seal));

    REQUIRE(write_file_atomically(folder / "assets/keys/office.public", "untrusted comment: the office\n" + one + "\n")
                .ok());
    REQUIRE(write_file_atomically(folder / "assets/keys/ngo.public", seal + "\n").ok());
    lines = judge_sources(source_facts(options, believed));
    CHECK(of(lines, "keys").light == Light::amber); // of one it is not known
    CHECK(of(lines, "seal").light == Light::green);
    REQUIRE(write_file_atomically(folder / "assets/keys/spare.public", other + "\n").ok());
    CHECK(of(judge_sources(source_facts(options, believed)), "keys").light == Light::green);
}

TEST_CASE("with one key or two a lost one cannot be replaced by stick, which is amber; with three it can")
{
    test::TemporaryFolder const folder;
    auto const spare = [&](std::vector<unsigned char> const& keys) {
        for (auto const& line : judge_sources(source_facts(usual(folder), test::key_list(1, keys))))
            if (line.key == "spare.none") return line.words;
        return std::string();
    };
    CHECK(spare({}).empty());
    CHECK(spare({1}).find("this kiosk has one key") != std::string::npos);
    CHECK(spare({1, 2}).find("this kiosk has two keys") != std::string::npos);
    CHECK(spare({1, 2, 3}).empty());
}

TEST_CASE("content on a stick, and folders that a kiosk usually has not, are amber")
{
    test::TemporaryFolder const folder;
    auto options = usual(folder);
    options.config.content = folder / "stick";
    REQUIRE(make_folder(folder / "stick/en").ok());
    REQUIRE(write_file_atomically(folder / "stick/en/a.toml", "a").ok());
    auto const source = [&] { return of(judge_sources(source_facts(options, {})), "source"); };
    auto const before = source();
    CHECK(before.light == Light::amber);
    CHECK(says(before, (folder / "stick").string()));
    REQUIRE(write_file_atomically(folder / "stick/en/a.toml", "b").ok());
    CHECK(source().words != before.words); // it is another by now, and its fingerprint says so

    options.config.data = "/srv/figures";
    options.config.assets = folder / "stick";
    options.config.exporting.folders = {"/media/kiosk", "/etc", "/media/../etc"};
    auto const folders = of(judge_sources(source_facts(options, {})), "folders");
    CHECK(folders.light == Light::amber);
    for (auto const* part :
         {"figures: /srv/figures", "pictures and themes: ", "exports: /etc", "exports: /media/../etc"})
        CHECK(says(folders, part));
    CHECK_FALSE(says(folders, "exports: /media/kiosk"));
    // Keys of a partner's own folder are none that came with the program.
    REQUIRE(make_folder(folder / "stick/keys").ok());
    auto const believed = test::key_list(1, {1});
    REQUIRE(write_file_atomically(folder / "stick/keys/mine.public", crypto::public_key_text(believed.keys[0])).ok());
    CHECK(of(judge_sources(source_facts(options, believed)), "keys").light == Light::amber);
}
