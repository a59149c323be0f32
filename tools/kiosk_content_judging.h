// How kiosk-content validates a content folder (updates/content_folder_check.h) and prints the result.
#pragma once
#include "updates/content_folder_check.h"

namespace kiosk::tools {

// The kiosk's own pictures, where the program finds its assets.
std::filesystem::path own_pictures();

// Validates with the kiosk's fonts and pictures and with today's date, and decodes the pictures of the content.
updates::CheckedContent check_folder(std::filesystem::path const& folder,
                                     std::filesystem::path const& pictures = own_pictures());

// "content: 2 errors: it cannot be packed; 1 warning".
std::string verdict(std::filesystem::path const& folder, Problems const& problems);

// The verdict, what there is, and each Problem in a line. The exit code: 1 where there are errors.
int print_findings(std::filesystem::path const& folder, updates::CheckedContent const& judged);

} // namespace kiosk::tools
