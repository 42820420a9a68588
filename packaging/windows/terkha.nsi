; SPDX-FileCopyrightText: 2026 The Terkha developers
; SPDX-License-Identifier: MIT
;
; The installer for Windows: for one user, with no administrator's rights. It compiles with
; makensis; the application in it has not been run on Windows.
;
;   makensis -DVERSION=0.2.0 -DBUNDLE=FOLDER -DSLASH=/ -DOUTPUT=terkha-setup.exe terkha.nsi

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include MUI2.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Terkha"
!define CLASSES "Software\Classes"

Name "Terkha"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Terkha"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Terkha"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Terkha"
VIAddVersionKey "LegalCopyright" "The Terkha developers; code MIT, data CC BY 4.0"

!define MUI_FINISHPAGE_RUN "$INSTDIR\terkhaw.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section "Terkha"
  ; Files of an older version must not stay among the new ones; _internal is ours alone.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}${SLASH}*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Terkha.lnk" "$INSTDIR\terkhaw.exe"

  WriteRegStr HKCU "${CLASSES}\terkha" "" "URL:Terkha link"
  WriteRegStr HKCU "${CLASSES}\terkha" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\terkha\shell\open\command" "" '"$INSTDIR\terkhaw.exe" "%1"'

  WriteRegStr HKCU "${CLASSES}\.terkha" "" "Terkha.Library"
  WriteRegStr HKCU "${CLASSES}\Terkha.Library" "" "Terkha library"
  WriteRegStr HKCU "${CLASSES}\Terkha.Library\shell\open\command" "" '"$INSTDIR\terkhaw.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Terkha"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Terkha developers"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\terkhaw.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

; The reader's library lies in another folder and stays.
Section "Uninstall"
  Delete "$SMPROGRAMS\Terkha.lnk"
  Delete "$INSTDIR\terkha.exe"
  Delete "$INSTDIR\terkhaw.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${CLASSES}\terkha"
  DeleteRegKey HKCU "${CLASSES}\.terkha"
  DeleteRegKey HKCU "${CLASSES}\Terkha.Library"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
