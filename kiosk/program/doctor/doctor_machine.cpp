#include "program/doctor/doctor_machine.h"
#include "base/bounds.h"
#include "crypto/key_text.h"
#include "files/file_writer.h"
#include "files/files.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace kiosk::program {

namespace {

constexpr std::size_t kFingerprint = 16; // digits

std::string first_line(std::filesystem::path const& file)
{
    auto const text = read_kernel_file(file);
    return text ? text.value().substr(0, text.value().find('\n')) : std::string();
}

health::BootMenu menu_of(std::filesystem::path const& root)
{
    std::error_code ignored;
    auto const config = root / "boot/grub/grub.cfg";
    bool const guard = std::filesystem::exists(root / "etc/grub.d/07_kiosk", ignored);
    auto const text = read_file(config);
    if (text)
        return text.value().find("superusers=") == std::string::npos ? health::BootMenu::open
                                                                     : health::BootMenu::guarded;
    // With somebody's password in it root alone may read it.
    if (text.error().kind == ErrorKind::denied) return guard ? health::BootMenu::guarded : health::BootMenu::open;
    return health::BootMenu::not_grub;
}

health::SecureBoot secure_boot_of(std::filesystem::path const& root)
{
    // Four bytes of attributes, then the value (UEFI 2.10, 3.3).
    auto const variable =
        read_kernel_file(root / "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c");
    if (!variable || variable.value().size() < 5) return health::SecureBoot::not_there;
    return variable.value()[4] == 1 ? health::SecureBoot::on : health::SecureBoot::off;
}

// "none [integrity] confidentiality"
std::string chosen_of(std::string const& line)
{
    auto const open = line.find('[');
    auto const close = line.find(']', open);
    return close == std::string::npos ? std::string() : line.substr(open + 1, close - open - 1);
}

bool is_same(std::filesystem::path const& one, std::filesystem::path const& other)
{
    std::error_code ignored;
    return std::filesystem::weakly_canonical(one, ignored) == std::filesystem::weakly_canonical(other, ignored);
}

bool is_below(std::filesystem::path const& path, std::vector<std::filesystem::path> const& folders)
{
    std::error_code ignored;
    auto const real = std::filesystem::weakly_canonical(path, ignored);
    return std::any_of(folders.begin(), folders.end(), [&](auto const& folder) {
        auto const way = real.lexically_relative(folder);
        return !way.empty() && *way.begin() != "..";
    });
}

// Of every file in it, its name and its bytes.
std::string fingerprint_of(std::filesystem::path const& folder)
{
    std::set<std::string> lines;
    std::error_code code;
    for (std::filesystem::recursive_directory_iterator entry(folder, code), end; !code && entry != end;
         entry.increment(code))
        if (auto const hashed = hash_file(entry->path()))
            lines.insert(entry->path().lexically_relative(folder).generic_string() + " " + hashed.value().sha256);
    return sha256(fmt::format("{}", fmt::join(lines, "\n"))).substr(0, kFingerprint);
}

std::set<std::string> shipped_keys(std::filesystem::path const& assets)
{
    std::set<std::string> keys;
    for (auto const& file : list_folder(assets / "keys"))
        if (auto const text = read_file(file); text && file.extension() == ".public")
            for (auto const use : {crypto::KeyUse::sign, crypto::KeyUse::seal})
                if (auto key = crypto::read_key_text(text.value(), {use, crypto::KeyHalf::open}); key)
                    keys.insert(key.take());
    return keys;
}

} // namespace

health::BootFacts boot_facts(std::filesystem::path const& root)
{
    health::BootFacts facts;
    facts.menu = menu_of(root);
    facts.secure_boot = secure_boot_of(root);
    facts.restart_after_panic =
        static_cast<int>(whole_number(first_line(root / "proc/sys/kernel/panic"), {1, 1'000'000}).value_or(0));
    facts.lockdown = chosen_of(first_line(root / "sys/kernel/security/lockdown"));
    std::error_code ignored;
    facts.usb_keyboards_ignored = std::filesystem::exists(root / "etc/udev/rules.d/71-kiosk-strict.rules", ignored);
    return facts;
}

health::SourceFacts source_facts(Options const& options, updates::KeyList const& believed)
{
    auto const& config = options.config;
    auto const known = shipped_keys(options.usual.assets);
    auto const fact = [&](std::string const& key) { return health::KeyFact{key, known.contains(key)}; };
    health::SourceFacts facts;
    for (auto const& key : believed.keys) facts.update_keys.push_back(fact(crypto::public_key_text(key)));
    if (!config.exporting.public_key.empty()) facts.sealed_for = fact(config.exporting.public_key);
    if (!is_same(config.content, options.usual.content)) {
        facts.content = config.content.string();
        facts.content_fingerprint = fingerprint_of(config.content);
    }
    auto const unusual = [&](char const* what, std::filesystem::path const& path) {
        facts.folders.push_back(fmt::format("{}: {}", what, path.string()));
    };
    if (!is_below(config.data, {"/var/lib/kiosk"}) && !is_same(config.data, options.usual.data))
        unusual("figures", config.data);
    if (!is_same(config.assets, options.usual.assets)) unusual("pictures and themes", config.assets);
    for (auto const& folder : config.exporting.folders)
        if (!is_below(folder, {"/media", "/run/media", "/mnt"})) unusual("exports", folder);
    return facts;
}

} // namespace kiosk::program
